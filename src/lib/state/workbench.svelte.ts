// The workbench: everything a tab holds, above any page and language. Created once, handed down by the layout.
import { Explorer } from './explorer.svelte.ts';
import { Measurements } from './measurements.svelte.ts';
import { PictureState } from './picture.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Runner } from './runner.svelte.ts';
import { Selection } from './selection.svelte.ts';

const FIRST_SAMPLE = 'landscape.png';

export class Workbench {
  readonly explorer = new Explorer();
  readonly selection = new Selection((item) => this.explorer.blockOf(item));
  readonly preferences = new Preferences();
  readonly picture = new PictureState();
  readonly measurements = new Measurements();
  readonly runner = new Runner(this.measurements);

  /** Begins to follow address bar and storage; the returned function ends it. */
  open(): () => void {
    this.preferences.restore();
    this.measurements.restore();
    if (!this.picture.source) void this.picture.openSample(FIRST_SAMPLE);
    return this.explorer.follow();
  }

  /** Hands the present network and picture to the runner; the returned function stops a run that no longer matters. */
  run(): () => void {
    const { key, config } = this.explorer;
    if (!this.picture.source) return () => undefined;
    return this.runner.follow({ key, config, image: () => this.picture.prepared(config)?.tensor });
  }
}
