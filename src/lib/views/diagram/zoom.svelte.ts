// Zoom and pan of a figure by d3-zoom, which is loaded once the page answers.
import type { D3ZoomEvent, ZoomBehavior, ZoomTransform } from 'd3';
import { idle } from '../ui/idle.ts';

interface Controls {
  readonly by: (factor: number) => void;
  readonly fit: () => void;
}

export class Zoomed {
  #now = $state.raw<Pick<ZoomTransform, 'x' | 'y' | 'k'>>({ x: 0, y: 0, k: 1 });
  #controls: Controls | undefined;

  get transform(): string {
    const { x, y, k } = this.#now;
    return `translate(${x} ${y}) scale(${k})`;
  }

  get now(): Pick<ZoomTransform, 'x' | 'y' | 'k'> {
    return this.#now;
  }

  get isFitted(): boolean {
    return this.#now.k === 1 && this.#now.x === 0 && this.#now.y === 0;
  }

  by(factor: number): void {
    this.#controls?.by(factor);
  }

  fit(): void {
    this.#controls?.fit();
  }

  follow(controls: Controls): void {
    this.#controls = controls;
  }

  set(transform: ZoomTransform): void {
    this.#now = transform;
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
        .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => zoomed.set(event.transform));
      const figure = select(svg).call(behaviour);
      zoomed.follow({
        by: (factor) => behaviour?.scaleBy(figure, factor),
        fit: () => behaviour?.transform(figure, zoomIdentity),
      });
    });
    return () => {
      gone = true;
      behaviour?.on('zoom', null);
    };
  };
}
