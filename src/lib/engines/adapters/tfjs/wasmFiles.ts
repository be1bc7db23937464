// Where the bundler has put the WebAssembly files of tfjs. For browsers only: Node finds them beside the package.
import factory from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js';
import source from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js?raw';
import plain from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { WasmFiles } from '../../engine.ts';

/**
 * tfjs starts its threads with the text of this very function, as `var NAME = ${factory}`. Minified text refers to names that
 * exist in the bundle only (`e is not defined`, and start-up hangs), so the text given is that of the package's own file, which
 * declares NAME itself.
 */
factory.toString = () => `undefined;\n${source}`;

export const wasmFiles: WasmFiles = { plain, simd, threadedSimd };
