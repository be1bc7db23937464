// The networks being compared: two to four, the first of which the others are measured against. Their address says all.
import { tick } from 'svelte';
import { COMPARED } from '$lib/core/compare/limits.ts';
import { networkOf, type ComparedNetwork } from '$lib/core/compare/network.ts';
import type { NetConfig, SettingName } from '$lib/core/config/netConfig.ts';
import { configKey, readConfig } from '$lib/core/options.ts';
import {
  anotherThan,
  FIRST_NETWORKS,
  fromCompareSearch,
  toCompareSearch,
  type Refusal,
} from './compareUrl.ts';
import { StepHistory } from './history.svelte.ts';

export class Comparison {
  #configs = $state.raw<readonly NetConfig[]>(FIRST_NETWORKS);
  /** What was refused when networks were last read from outside (address, field). */
  refusals = $state.raw<readonly Refusal[]>([]);
  readonly history = new StepHistory((search) => {
    const { configs, refusals } = fromCompareSearch(search);
    this.#configs = configs;
    this.refusals = refusals;
  });

  #known: readonly ComparedNetwork[] = [];
  /** A network that stays is not analysed anew. */
  readonly networks = $derived.by(() => {
    this.#known = this.#configs.map(
      (config) => this.#known.find(({ key }) => key === configKey(config)) ?? networkOf(config),
    );
    return this.#known;
  });
  readonly canAdd = $derived(this.#configs.length < COMPARED.max);
  readonly canRemove = $derived(this.#configs.length > COMPARED.min);

  #set(configs: readonly NetConfig[]): void {
    this.#configs = configs;
    this.refusals = [];
    this.history.push(toCompareSearch(configs));
  }

  replace(index: number, config: NetConfig): void {
    this.#set(this.#configs.map((old, i) => (i === index ? config : old)));
  }

  /** A setting typed as text; what is refused is reported and changes nothing. */
  enter(index: number, name: SettingName, text: string): void {
    const { config, problems } = readConfig({ ...this.#configs[index], [name]: text });
    if (problems.length === 0) this.replace(index, config);
    else this.refusals = problems.map((problem) => ({ kind: 'setting', network: index, problem }));
  }

  /** Adds a network that is not there yet. */
  add(): void {
    if (this.canAdd) this.#set([...this.#configs, anotherThan(this.#configs)]);
  }

  remove(index: number): void {
    if (this.canRemove) this.#set(this.#configs.filter((_, i) => i !== index));
  }

  /** Changes places with the network before (-1) or after it (1). The first is what the others are compared with. */
  move(index: number, by: -1 | 1): void {
    const [here, there] = [this.#configs[index], this.#configs[index + by]];
    if (!here || !there) return;
    this.#set(
      this.#configs.map((config, i) => {
        if (i === index) return there;
        return i === index + by ? here : config;
      }),
    );
  }

  /** Follows the address bar until the returned function is called; what was refused leaves the address. */
  follow(): () => void {
    const stop = this.history.follow();
    // the router takes over after the page is mounted
    void tick().then(() => this.history.correct(toCompareSearch(this.#configs)));
    return stop;
  }
}
