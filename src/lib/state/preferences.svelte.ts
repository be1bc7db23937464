// How the visitor likes to look at networks: kept between visits, never part of the address.
import { LEVELS, MODES } from '$lib/core/diagram/request.ts';
import { COLOUR_METRICS, type ColourBy } from '$lib/core/diagram/text.ts';
import { FLOP_CONVENTIONS, type FlopConvention } from '$lib/core/metrics/flops.ts';
import { AXIS_IDS, type AxisId } from '$lib/core/tradeoff/axes.ts';
import { recall, remember, type StoredChoice } from './storage.ts';

/** One remembered choice out of a closed list; anything else in storage counts as nothing. */
export class Choice<T extends string> {
  readonly #key: StoredChoice;
  readonly #allowed: readonly T[];
  #value: T;

  constructor(key: StoredChoice, allowed: readonly T[], standard: T) {
    this.#key = key;
    this.#allowed = allowed;
    this.#value = $state(standard);
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    remember(this.#key, value);
  }

  /** Called once the page is alive: prerendered pages show the standard. */
  restore(): void {
    const stored = recall(this.#key);
    this.#value = this.#allowed.find((choice) => choice === stored) ?? this.#value;
  }
}

export class Preferences {
  readonly flops = new Choice<FlopConvention>('lcnet.flops', FLOP_CONVENTIONS, 'paddle');
  readonly mode = new Choice('lcnet.mode', MODES, 'strip');
  readonly colour = new Choice<ColourBy>('lcnet.colour', ['kind', ...COLOUR_METRICS], 'kind');
  readonly view = new Choice('lcnet.view', ['figure', 'table'], 'figure');
  readonly film = new Choice('lcnet.film', ['shown', 'hidden'], 'shown');
  readonly axis = new Choice<AxisId>('lcnet.axis', AXIS_IDS, 'xeon6148');
  readonly level = new Choice('lcnet.level', LEVELS, 'blocks');

  restore(): void {
    const { flops, mode, level, axis, colour, view, film } = this;
    for (const choice of [flops, mode, level, axis, colour, view, film]) choice.restore();
  }
}
