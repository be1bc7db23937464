// Which of the two rules of padding gives the pads that a file has.
import { PADDINGS, type NetConfig } from '../../config/netConfig.ts';
import { pplcnet } from '../../families/pplcnet.ts';
import { isKind, type Graph } from '../../graph/ir.ts';
import { windowPads } from '../windowPads.ts';
import type { Affine } from './affine.ts';
import { refuse } from './dataflow.ts';

interface Fit {
  readonly graph: Graph;
  readonly config: NetConfig;
}

/** The graph whose pads are those of the layers, in their order. Throws OnnxError at the first that fits neither rule. */
export function withPadding(config: NetConfig, layers: readonly Affine[]): Fit {
  const tried = PADDINGS.map((padding) => {
    const changed: NetConfig = { ...config, padding };
    const graph = pplcnet.build(changed);
    const convs = graph.nodes.filter((node) => isKind(node, 'conv'));
    const misfit = convs.findIndex((conv, i) => {
      const { pads = 'same' } = layers[i] ?? {};
      return pads === 'same' ? padding !== 'same' : pads.join() !== windowPads(conv).join();
    });
    return { config: changed, graph, convs, misfit };
  });
  const fitting = tried.find(({ misfit }) => misfit < 0);
  if (fitting) return fitting;
  const furthest = Math.max(...tried.map(({ misfit }) => misfit));
  const layer = layers[furthest] as Affine;
  const options = tried.flatMap(({ convs }) => {
    const conv = convs[furthest];
    return conv ? [windowPads(conv).join(', ')] : [];
  });
  return refuse(
    layer.step,
    `pads of ${[...new Set(options)].join(' or ')}`,
    layer.pads === 'same' ? 'same' : layer.pads.join(', '),
  );
}
