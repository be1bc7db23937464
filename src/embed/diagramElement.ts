// <lcnet-diagram scale="0.5" se="0000001100000">: the figure of a network in anybody's page, as one script without anything else.
// Attributes: the options of addresses and of the command line, and layout, level, colour, theme, lang, caption.
import type { Problem } from '../lib/core/config/problem.ts';
import { LEVELS, MODES } from '../lib/core/diagram/request.ts';
import { networkFigure } from '../lib/core/diagram/networkFigure.ts';
import { COLOUR_METRICS } from '../lib/core/diagram/text.ts';
import { OPTION_NAMES, readConfig, settingOf, type ReadConfig } from '../lib/core/options.ts';
import { overwriteGetLocale } from '../lib/paraglide/runtime.js';
import { diagramText } from '../lib/views/diagram/text.ts';
import { problemText } from '../lib/views/explore/problemText.ts';

/** What a figure can look like; the first of each is the standard. */
const LOOKS = {
  layout: MODES,
  level: ['blocks', ...LEVELS.filter((level) => level !== 'blocks')],
  colour: ['kind', ...COLOUR_METRICS],
  theme: ['light', 'dark'],
  caption: ['network', 'none'],
} as const;
const STYLE = ':host{display:block}svg{display:block;width:100%;height:auto}';

class DiagramElement extends HTMLElement {
  static readonly observedAttributes = [...OPTION_NAMES, ...Object.keys(LOOKS), 'lang'];
  readonly #root = this.attachShadow({ mode: 'open' });
  #waiting = false;

  connectedCallback(): void {
    this.#drawSoon();
  }

  attributeChangedCallback(): void {
    this.#drawSoon();
  }

  /** Several attributes that change together are drawn once. */
  #drawSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.isConnected) this.#draw();
    });
  }

  #readNetwork(): ReadConfig {
    const options = OPTION_NAMES.flatMap((option) => {
      const [setting, text] = [settingOf(option), this.getAttribute(option)];
      return setting && text !== null ? [[setting, text] as const] : [];
    });
    return readConfig(Object.fromEntries(options));
  }

  #draw(): void {
    const lang = this.getAttribute('lang') ?? document.documentElement.lang;
    overwriteGetLocale(() => (/^zh\b/i.test(lang) ? 'zh-CN' : 'en'));
    const { config, problems: refused } = this.#readNetwork();
    const problems: Problem[] = [...refused];
    const look = <L extends keyof typeof LOOKS>(name: L): (typeof LOOKS)[L][number] => {
      const [allowed, found]: [(typeof LOOKS)[L], string | null] = [LOOKS[name], this.getAttribute(name)];
      if (found === null) return allowed[0];
      const choice = allowed.find((candidate) => candidate === found);
      if (!choice) problems.push({ option: name, found, expected: { kind: 'choice', allowed } });
      return choice ?? allowed[0];
    };
    this.#root.innerHTML = `<style>${STYLE}</style>${networkFigure(config, {
      mode: look('layout'),
      level: look('level'),
      colourBy: look('colour'),
      theme: look('theme'),
      title: look('caption') === 'network',
      opened: new Set(),
      text: diagramText(),
    })}`;
    for (const problem of problems) {
      // what is refused is said; the default is drawn
      const line = document.createElement('p');
      line.setAttribute('role', 'alert');
      line.textContent = problemText(problem);
      this.#root.append(line);
    }
  }
}

if (!customElements.get('lcnet-diagram')) customElements.define('lcnet-diagram', DiagramElement);
