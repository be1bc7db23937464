// Layout: from an analysed network to a Scene. Pure: the same request gives the same scene, in the page and on the command line.
import { flow } from './flow.ts';
import { groupsOf } from './groups.ts';
import { paintFor } from './paint.ts';
import { PAPER } from './palette.ts';
import type { DiagramRequest, Mode } from './request.ts';
import type { FilmPlace, Item, Scene, Shape } from './scene.ts';
import { strip } from './strip.ts';
import type { Group } from './groups.ts';
import type { Paint } from './paint.ts';

/** What a mode gets to place, and what it gives back; the rest of the Scene is the same for all. */
export interface Placing {
  readonly request: DiagramRequest;
  readonly groups: readonly Group[];
  readonly paint: Paint;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  readonly links: readonly Shape[];
  readonly marks: readonly Shape[];
  readonly film: readonly FilmPlace[];
}

const MODES: { readonly [M in Mode]: (placing: Placing) => Placed } = { strip, flow };

export function layout(request: DiagramRequest): Scene {
  const groups = groupsOf(request);
  const paint = paintFor(
    request,
    groups.flatMap(({ parts }) => parts),
  );
  const { background, ink, muted } = PAPER[request.theme];
  return { ...MODES[request.mode]({ request, groups, paint }), background, ink, muted, legend: paint.legend };
}
