// Zoom and pan of a figure, or of several as one, by d3-zoom, which is loaded once the page answers.
import type { D3ZoomEvent, ZoomBehavior, ZoomTransform } from 'd3';
import { idle } from '../ui/idle.ts';

type Place = Pick<ZoomTransform, 'x' | 'y' | 'k'>;

interface Controls {
  readonly by: (factor: number) => void;
  readonly fit: () => void;
  readonly take: (place: Place) => void;
}

export class Zoomed {
  #now = $state.raw<Place>({ x: 0, y: 0, k: 1 });
  readonly #figures = new Set<Controls>();

  get transform(): string {
    const { x, y, k } = this.#now;
    return `translate(${x} ${y}) scale(${k})`;
  }

  get now(): Place {
    return this.#now;
  }

  get isFitted(): boolean {
    return this.#now.k === 1 && this.#now.x === 0 && this.#now.y === 0;
  }

  /** Any figure will do: the others follow it. */
  get #first(): Controls | undefined {
    return this.#figures.values().next().value;
  }

  by(factor: number): void {
    this.#first?.by(factor);
  }

  fit(): void {
    this.#first?.fit();
  }

  /** A figure that comes later takes the present place; the returned function lets it go. */
  follow(figure: Controls): () => void {
    this.#figures.add(figure);
    if (!this.isFitted) figure.take(this.#now);
    return () => this.#figures.delete(figure);
  }

  set(place: Place, from: Controls): void {
    const { x, y, k } = this.#now;
    if (place.x === x && place.y === y && place.k === k) return;
    this.#now = place;
    for (const figure of this.#figures) if (figure !== from) figure.take(place);
  }
}

const MAX_ZOOM = 12;

const WHEEL = { perPixel: 0.01, most: 0.35 };

/** Powers of two per turn of the wheel: pinching moves in small steps, a notch of a mouse wheel is no leap. */
const wheelStep = ({ deltaY }: WheelEvent): number =>
  Math.max(-WHEEL.most, Math.min(WHEEL.most, -deltaY * WHEEL.perPixel));

/** Whether a gesture is meant for the figure: what it does not take scrolls the page or presses an item. */
function moves(event: Event, factor: number): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey;
  if (event.type === 'touchstart') return factor > 1 || (event as TouchEvent).touches.length > 1;
  const onItem = event.target instanceof Element && event.target.closest('[data-item]') !== null;
  if (event.type === 'dblclick') return !onItem;
  return !(event as MouseEvent).button && factor > 1;
}

/** Wheel zooms with Ctrl or a pinch, so that the page still scrolls; a drag pans once zoomed in. */
export function zoomable(zoomed: Zoomed, size: () => { readonly width: number; readonly height: number }) {
  return (svg: SVGSVGElement): (() => void) => {
    let gone = false;
    let behaviour: ZoomBehavior<SVGSVGElement, unknown> | undefined;
    let leave: (() => void) | undefined;
    const load = idle().then(() => import('./d3Zoom.ts'));
    void load.then(({ select, zoom, zoomIdentity }) => {
      if (gone) return;
      behaviour = zoom<SVGSVGElement, unknown>()
        .scaleExtent([1, MAX_ZOOM])
        .extent(() => [
          [0, 0],
          [size().width, size().height],
        ])
        .constrain((transform, extent) => {
          const limit = (offset: number, k: number, side: number) =>
            Math.min(0, Math.max(side * (1 - k), offset));
          const [[,], [width, height]] = extent;
          const { k } = transform;
          return zoomIdentity.translate(limit(transform.x, k, width), limit(transform.y, k, height)).scale(k);
        })
        .filter((event: Event) => moves(event, zoomed.now.k))
        .wheelDelta(wheelStep)
        .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => zoomed.set(event.transform, controls));
      const figure = select(svg).call(behaviour);
      const move = (transform: ZoomTransform) => behaviour?.transform(figure, transform);
      const controls: Controls = {
        by: (factor) => behaviour?.scaleBy(figure, factor),
        fit: () => move(zoomIdentity),
        take: ({ x, y, k }) => move(zoomIdentity.translate(x, y).scale(k)),
      };
      leave = zoomed.follow(controls);
    });
    return () => {
      gone = true;
      leave?.();
      behaviour?.on('zoom', null);
    };
  };
}
