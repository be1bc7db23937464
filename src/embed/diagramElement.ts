// <lcnet-diagram scale="0.5" se="0000001100000">: the figure of a network in anybody's page, as one script without anything else.
// Attributes: the options of addresses and of the command line, and layout, level, colour, theme, lang, caption.
import { LEVELS, MODES } from '../lib/core/diagram/request.ts';
import { networkFigure } from '../lib/core/diagram/networkFigure.ts';
import { COLOUR_METRICS } from '../lib/core/diagram/text.ts';
import { OPTION_NAMES, readConfig, settingOf } from '../lib/core/options.ts';
import { isLocale, overwriteGetLocale } from '../lib/paraglide/runtime.js';
import { diagramText } from '../lib/views/diagram/text.ts';
import { problemText } from '../lib/views/explore/problemText.ts';

const LOOKS = ['layout', 'level', 'colour', 'theme', 'lang', 'caption'] as const;
const COLOURS = ['kind', ...COLOUR_METRICS] as const;

class DiagramElement extends HTMLElement {
  static readonly observedAttributes = [...OPTION_NAMES, ...LOOKS];
  #waiting = false;

  connectedCallback(): void {
    this.attachShadow({ mode: 'open' });
    this.#draw();
  }

  /** Several attributes that change together are drawn once. */
  attributeChangedCallback(): void {
    if (!this.shadowRoot || this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #oneOf<T extends string>(name: (typeof LOOKS)[number], allowed: readonly [T, ...T[]]): T {
    const found = this.getAttribute(name);
    return allowed.find((choice) => choice === found) ?? allowed[0];
  }

  #draw(): void {
    const root = this.shadowRoot;
    if (!root) return;
    const lang = this.getAttribute('lang') ?? document.documentElement.lang;
    overwriteGetLocale(() => (isLocale(lang) ? lang : 'en'));
    const options = OPTION_NAMES.flatMap((option) => {
      const [setting, text] = [settingOf(option), this.getAttribute(option)];
      return setting && text !== null ? [[setting, text] as const] : [];
    });
    const { config, problems } = readConfig(Object.fromEntries(options));
    const svg = networkFigure(config, {
      mode: this.#oneOf('layout', MODES),
      level: this.#oneOf('level', ['blocks', ...LEVELS]),
      colourBy: this.#oneOf('colour', COLOURS),
      theme: this.#oneOf('theme', ['light', 'dark']),
      title: this.getAttribute('caption') !== 'none',
      opened: new Set(),
      text: diagramText(),
    });
    root.innerHTML = `<style>:host{display:block}svg{display:block;width:100%;height:auto}</style>${svg}`;
    for (const problem of problems) {
      // what is refused is said; the default is drawn
      const line = document.createElement('p');
      line.setAttribute('role', 'alert');
      line.textContent = problemText(problem);
      root.append(line);
    }
  }
}

if (!customElements.get('lcnet-diagram')) customElements.define('lcnet-diagram', DiagramElement);
