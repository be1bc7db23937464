// What the lab's chart shows: axes, recipes, scale, zoom, and what is pointed at. The table points at the same things.
import type { AxisId } from '$lib/core/tradeoff/axes.ts';
import { timmSeries, tradeoffSeries, type Costs, type Series } from '$lib/core/tradeoff/series.ts';
import type { Lab, Timed } from '$lib/state/lab.svelte.ts';
import { countsOf } from '../tradeoff/costs.ts';

const rangeOf = (timed: Timed | undefined): Pick<Costs, 'here' | 'range'> =>
  timed ? { here: timed.medianMs, range: [timed.lowMs, timed.highMs] } : {};

export class LabChart {
  readonly #lab: Lab;
  axis = $state<AxisId>('xeon6148');
  accuracy = $state<'top1' | 'top5'>('top1');
  logarithmic = $state(false);
  front = $state(true);
  ssld = $state(false);
  timm = $state(false);
  /** Key of the network pointed at, in the chart or in the table. */
  #hovered = $state<string | undefined>();
  /** Key of the network that was pointed at last: it stays in view until another one is. */
  #seen = $state<string | undefined>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get hovered(): string | undefined {
    return this.#hovered;
  }

  set hovered(key: string | undefined) {
    this.#hovered = key;
    this.#seen = key ?? this.#seen;
  }

  /** The network in view: the one pointed at last, at first that of the Explore page. */
  readonly shown = $derived.by(
    () => this.#lab.networks.find(({ key }) => key === this.#seen) ?? this.#lab.current,
  );

  readonly series = $derived.by((): readonly Series[] => {
    const { timed, other } = this.#lab;
    const recipes = this.ssld ? (['plain', 'ssld'] as const) : (['plain'] as const);
    const own = [
      ...tradeoffSeries({
        axis: this.axis,
        recipes,
        costsOf: (network) => ({ ...countsOf(network), ...rangeOf(timed.get(network.key)) }),
      }),
    ];
    if (this.timm) own.push(...timmSeries(this.axis));
    if (this.axis !== 'here' || !other) return own;
    const beside = tradeoffSeries({
      axis: 'here',
      recipes: ['plain'],
      costsOf: (network) => ({ ...countsOf(network), ...rangeOf(other.networks.get(network.key)) }),
    });
    return [...own, ...beside.map((series) => ({ ...series, beside: true }))];
  });
}
