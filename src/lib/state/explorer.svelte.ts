// The network being explored: one configuration in, everything known about it out.
import { tick } from 'svelte';
import { analyze } from '$lib/core/analyze.ts';
import type { NetConfig, SettingName } from '$lib/core/config/netConfig.ts';
import type { Problem } from '$lib/core/config/problem.ts';
import { SETTING_NAMES } from '$lib/core/config/settings.ts';
import { PLACES_SCALE } from '$lib/core/diagram/request.ts';
import type { Family } from '$lib/core/families/family.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { defaultsFor } from '$lib/core/families/tasks.ts';
import { METRICS } from '$lib/core/metrics/index.ts';
import { configKey, defaultConfig, readConfig, type ReadConfig } from '$lib/core/options.ts';
import { publishedFor } from '$lib/core/published.ts';
import { StepHistory } from './history.svelte.ts';
import { fromSearch, toSearch } from './url.ts';

const atOneScale = (config: NetConfig): NetConfig => ({ ...config, scale: PLACES_SCALE });

export class Explorer {
  #config = $state.raw<NetConfig>(defaultConfig);
  // Derived from the configuration, every turn of a knob would have all that hangs on these ask anew.
  #family = $state.raw<Family>(FAMILIES[defaultConfig.family]);
  #unscaled = $state.raw<NetConfig>(atOneScale(defaultConfig));
  /** What was refused when the network was last read from outside (URL, file). */
  problems = $state.raw<readonly Problem[]>([]);
  readonly history = new StepHistory((search) => this.#read(fromSearch(search)));

  readonly key = $derived(configKey(this.#config));
  /** The family's default network for the present task. */
  readonly defaults = $derived(defaultsFor(this.family, this.unscaled.task));
  readonly rows = $derived(this.family.rows(this.#config));
  readonly analysis = $derived(analyze(this.family.build(this.#config), METRICS));
  readonly published = $derived(publishedFor(this.#config, this.key));
  /** The network at one fixed scale: it sets the places in the figure. */
  readonly places = $derived(FAMILIES[this.unscaled.family].build(this.unscaled));

  /** Block of every layer, and of every block itself. */
  readonly #blocks = $derived(
    new Map(
      this.analysis.graph.nodes.flatMap(({ name, path: [, block] }) => [
        [name, block] as const,
        [block, block],
      ]),
    ),
  );

  get config(): NetConfig {
    return this.#config;
  }

  get family(): Family {
    return this.#family;
  }

  /** The present network at one fixed scale: what hangs on this alone has nothing to do while the scale is turned. */
  get unscaled(): NetConfig {
    return this.#unscaled;
  }

  #read({ config, problems }: ReadConfig): void {
    if (configKey(config) !== this.key) this.preview(config);
    this.problems = problems;
  }

  /** Shows a change while a knob is still being turned; the address follows with `commit`. */
  preview(config: NetConfig): void {
    this.#config = config;
    this.#family = FAMILIES[config.family];
    const unscaled = atOneScale(config);
    if (SETTING_NAMES.some((name) => unscaled[name] !== this.#unscaled[name])) this.#unscaled = unscaled;
  }

  /** Makes the present network a step that Back undoes. */
  commit(): void {
    this.history.push(toSearch(this.#config));
  }

  set(config: NetConfig): void {
    this.problems = [];
    this.preview(config);
    this.commit();
  }

  change(change: Partial<NetConfig>): void {
    this.set({ ...this.#config, ...change });
  }

  blockOf(item: string): string | undefined {
    return this.#blocks.get(item);
  }

  /** A setting typed as text; what is refused is reported and changes nothing. */
  enter(name: SettingName, text: string): void {
    const { config, problems } = readConfig({ ...this.#config, [name]: text });
    if (problems.length === 0) this.set(config);
    else this.problems = problems;
  }

  /** Takes a network from a file whole, or reports what is wrong with it and changes nothing. */
  load({ config, problems }: ReadConfig): void {
    if (problems.length === 0) this.set(config);
    else this.problems = problems;
  }

  /** Follows the address bar until the returned function is called; a refused setting leaves the address. */
  follow(): () => void {
    const stop = this.history.follow();
    // the router takes over after the page is mounted
    void tick().then(() => this.history.correct(toSearch(this.#config)));
    return stop;
  }
}
