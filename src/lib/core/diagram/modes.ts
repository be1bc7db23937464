// The list of modes. A new layout is one file and one line here, and its name in request.ts.
import { flow } from './flow.ts';
import { sceneOf, type Place } from './layout.ts';
import type { DiagramRequest, Mode } from './request.ts';
import type { Scene } from './scene.ts';
import { strip } from './strip.ts';

const MODES: { readonly [M in Mode]: Place } = { strip, flow };

export const layout = (request: DiagramRequest): Scene => sceneOf(request, MODES[request.mode]);
