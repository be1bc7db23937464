// A network as a Python file of its own: by whom it is written, in every framework.
import type { FamilyId, NetConfig } from '../config/netConfig.ts';
import { FRAMEWORKS, FRAMEWORK_LABELS, type Framework } from './frameworks.ts';
import { ghostnetKeras } from './keras/ghostnet.ts';
import { mobilenetv1Keras } from './keras/mobilenetv1.ts';
import { mobilenetv2Keras } from './keras/mobilenetv2.ts';
import { mobilenetv3Keras } from './keras/mobilenetv3.ts';
import { pplcnetKeras } from './keras/pplcnet.ts';
import { shufflenetv2Keras } from './keras/shufflenetv2.ts';
import type { Dialect } from './modules/dialect.ts';
import { ghostnetModules } from './modules/ghostnet.ts';
import { mobilenetv1Modules } from './modules/mobilenetv1.ts';
import { mobilenetv2Modules } from './modules/mobilenetv2.ts';
import { mobilenetv3Modules } from './modules/mobilenetv3.ts';
import { PADDLE } from './modules/paddle.ts';
import { pplcnetModules } from './modules/pplcnet.ts';
import { PYTORCH } from './modules/pytorch.ts';
import { shufflenetv2Modules } from './modules/shufflenetv2.ts';
import { moduleName } from './python.ts';

type Writers = { readonly [F in FamilyId]: (config: NetConfig) => string };

const modules = (dialect: Dialect): Writers => ({
  pplcnet: (config) => pplcnetModules(dialect, config),
  mobilenetv1: (config) => mobilenetv1Modules(dialect, config),
  mobilenetv2: (config) => mobilenetv2Modules(dialect, config),
  'mobilenetv3-small': (config) => mobilenetv3Modules(dialect, config),
  'mobilenetv3-large': (config) => mobilenetv3Modules(dialect, config),
  shufflenetv2: (config) => shufflenetv2Modules(dialect, config),
  ghostnet: (config) => ghostnetModules(dialect, config),
});

const WRITERS: { readonly [K in Framework]: Writers } = {
  pytorch: modules(PYTORCH),
  paddle: modules(PADDLE),
  keras: {
    pplcnet: pplcnetKeras,
    mobilenetv1: mobilenetv1Keras,
    mobilenetv2: mobilenetv2Keras,
    'mobilenetv3-small': mobilenetv3Keras,
    'mobilenetv3-large': mobilenetv3Keras,
    shufflenetv2: shufflenetv2Keras,
    ghostnet: ghostnetKeras,
  },
};

export interface NetworkCode {
  readonly framework: Framework;
  /** The framework's name. */
  readonly label: string;
  /** A name under which Python can import it: `pplcnet_pytorch.py`. */
  readonly fileName: string;
  /** The whole file: formatted as ruff and black do, ending with a line break. Deterministic. */
  readonly write: () => string;
}

export const codeIn = (framework: Framework, config: NetConfig): NetworkCode => ({
  framework,
  label: FRAMEWORK_LABELS[framework],
  fileName: `${moduleName(config.family)}_${framework}.py`,
  write: () => WRITERS[framework][config.family](config),
});

/** A network in every framework. */
export const codeOf = (config: NetConfig): readonly NetworkCode[] =>
  FRAMEWORKS.map((framework) => codeIn(framework, config));
