// The tfjs backend on WebGL 2: shaders over textures.
import { version_core, env, engine, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { type MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgl';
import { unavailable } from '../../errors.ts';
import { startBackend, type Backend } from './backend.ts';
import { poolReduce, poolWindow } from './kernels.ts';
import { isSoftware } from './renderer.ts';

/** Up to this many positions one thread per channel adds them up; beyond, a reduction in several passes. */
const WINDOW_POSITIONS = 256;

/** An elementwise kernel of our own over packed textures: four values at once, one pass instead of three. */
function elementwise(backend: MathBackendWebGL, expression: string) {
  const userCode = `void main() { vec4 x = getAAtOutCoords(); setOutput(${expression}); }`;
  return (x: Tensor): Tensor => {
    const program = {
      variableNames: ['A'],
      packedInputs: true,
      packedOutput: true,
      outputShape: x.shape,
      userCode,
    };
    const result: TensorInfo = backend.compileAndRun(program, [x]);
    return engine().makeTensorFromTensorInfo(result);
  };
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

export async function open(): Promise<Backend> {
  if (typeof OffscreenCanvas === 'undefined' || !new OffscreenCanvas(1, 1).getContext('webgl2'))
    throw unavailable({ device: 'webgl', reason: { code: 'noWebgl' } });
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  // tfjs would go on with half precision, whose predictions of near ties are not those of other devices
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED'))
    throw unavailable({ device: 'webgl', reason: { code: 'halfPrecision' } });
  const backend = await startBackend<MathBackendWebGL>('webgl');
  const gl = backend.gpgpu.gl as WebGL2RenderingContext;
  const renderer = rendererOf(gl);
  const onePixel = new Float32Array(4);
  return {
    name: 'webgl',
    facts: {
      device: 'webgl',
      engine: 'tfjs',
      runtime: `TensorFlow.js ${version_core}`,
      threads: 1,
      renderer,
      software: isSoftware(renderer),
    },
    // Reading one pixel of the framebuffer's texture back waits for everything before it; gl.finish() does not in every browser.
    finish: () => {
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, onePixel);
      return Promise.resolve();
    },
    lost: new Promise((resolve) => gl.canvas.addEventListener('webglcontextlost', resolve)),
    elementwise: {
      hardswish: elementwise(backend, 'x * clamp(x + 3.0, 0.0, 6.0) * (1.0 / 6.0)'),
      swish: elementwise(backend, 'x / (1.0 + exp(-x))'),
    },
    pool: (x) => ((x.shape[1] ?? 0) * (x.shape[2] ?? 0) > WINDOW_POSITIONS ? poolReduce(x) : poolWindow(x)),
  };
}
