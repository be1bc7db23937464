// From an analysed network to a Scene, by the layout of one mode. Pure: the same request gives the same scene, in the page and on
// the command line.
import { groupsOf } from './groups.ts';
import { paintFor } from './paint.ts';
import { PAPER } from './palette.ts';
import type { DiagramRequest } from './request.ts';
import type { FilmPlace, Item, Scene, Shape } from './scene.ts';
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

/** A mode: how groups are placed. */
export type Place = (placing: Placing) => Placed;

/** `place` must be that of the request's mode. */
export function sceneOf(request: DiagramRequest, place: Place): Scene {
  const groups = groupsOf(request);
  const paint = paintFor(
    request,
    groups.flatMap(({ parts }) => parts),
  );
  const { background, ink, muted } = PAPER[request.theme];
  return { ...place({ request, groups, paint }), background, ink, muted, legend: paint.legend };
}
