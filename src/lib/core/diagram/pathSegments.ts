// Path data of a scene → absolute segments, for painters that do not read SVG's: lines and cubic curves are all that is left.

interface Place {
  readonly x: number;
  readonly y: number;
}

export type Segment =
  | ({ readonly kind: 'move' | 'line' } & Place)
  | ({ readonly kind: 'curve'; readonly from: Place; readonly to: Place } & Place)
  | { readonly kind: 'close' };

interface Pen {
  readonly at: Place;
  /** What relative coordinates are counted from: the pen, or the origin for absolute ones. */
  readonly base: Place;
}

const ORIGIN: Place = { x: 0, y: 0 };
const plus = (a: Place, x = 0, y = 0): Place => ({ x: a.x + x, y: a.y + y });

/** The cubic curve that is the quadratic one with this control point. */
function quadratic(from: Place, control: Place, to: Place): Segment {
  const towards = (end: Place): Place => ({
    x: end.x + ((control.x - end.x) * 2) / 3,
    y: end.y + ((control.y - end.y) * 2) / 3,
  });
  return { kind: 'curve', from: towards(from), to: towards(to), ...to };
}

/** Per command: how many numbers it takes, and the segment it draws. */
const COMMANDS: Readonly<
  Record<string, readonly [count: number, draw: (pen: Pen, numbers: readonly number[]) => Segment]>
> = {
  m: [2, ({ base }, [x, y]) => ({ kind: 'move', ...plus(base, x, y) })],
  l: [2, ({ base }, [x, y]) => ({ kind: 'line', ...plus(base, x, y) })],
  h: [1, ({ at, base }, [x = 0]) => ({ kind: 'line', x: base.x + x, y: at.y })],
  v: [1, ({ at, base }, [y = 0]) => ({ kind: 'line', x: at.x, y: base.y + y })],
  q: [4, ({ at, base }, [cx, cy, x, y]) => quadratic(at, plus(base, cx, cy), plus(base, x, y))],
  z: [0, () => ({ kind: 'close' })],
};

/** Knows the commands that scenes are drawn with, M L H V Q Z in both cases; throws at any other. */
export function pathSegments(d: string): readonly Segment[] {
  const segments: Segment[] = [];
  let [at, start] = [ORIGIN, ORIGIN];
  for (const [, letter = '', text = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = COMMANDS[letter.toLowerCase()];
    const numbers = [...text.matchAll(/-?[\d.]+(?:e-?\d+)?/gi)].map(Number);
    if (command?.[0] !== numbers.length)
      throw new Error(`path ${d}: ${letter}${text} cannot be drawn, one of M L H V Q Z expected`);
    const base = letter === letter.toLowerCase() ? at : ORIGIN;
    const segment = command[1]({ at, base }, numbers);
    segments.push(segment);
    at = segment.kind === 'close' ? start : { x: segment.x, y: segment.y };
    if (segment.kind === 'move') start = at;
  }
  return segments;
}
