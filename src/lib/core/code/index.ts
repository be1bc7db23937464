// A network as a Python file of its own: what is offered for which family, and by whom it is written.
import type { FamilyId, NetConfig } from '../config/netConfig.ts';
import { FRAMEWORKS, FRAMEWORK_LABELS, type Framework } from './frameworks.ts';
import { pplcnetKeras } from './keras/pplcnet.ts';
import type { Dialect } from './modules/dialect.ts';
import { mobilenetv1Modules } from './modules/mobilenetv1.ts';
import { mobilenetv2Modules } from './modules/mobilenetv2.ts';
import { mobilenetv3Modules } from './modules/mobilenetv3.ts';
import { shufflenetv2Modules } from './modules/shufflenetv2.ts';
import { ghostnetModules } from './modules/ghostnet.ts';
import { PADDLE } from './modules/paddle.ts';
import { pplcnetModules } from './modules/pplcnet.ts';
import { PYTORCH } from './modules/pytorch.ts';

type Write = (config: NetConfig) => string;

type Writers = Readonly<Partial<Record<FamilyId, Write>>>;

const modules = (dialect: Dialect): Writers => ({
  pplcnet: (config) => pplcnetModules(dialect, config),
  mobilenetv1: (config) => mobilenetv1Modules(dialect, config),
  mobilenetv2: (config) => mobilenetv2Modules(dialect, config),
  'mobilenetv3-small': (config) => mobilenetv3Modules(dialect, config),
  'mobilenetv3-large': (config) => mobilenetv3Modules(dialect, config),
  shufflenetv2: (config) => shufflenetv2Modules(dialect, config),
  ghostnet: (config) => ghostnetModules(dialect, config),
});

/** Families without an entry are not written in that framework yet. */
const WRITERS: { readonly [K in Framework]: Writers } = {
  pytorch: modules(PYTORCH),
  paddle: modules(PADDLE),
  keras: { pplcnet: pplcnetKeras },
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

/** The frameworks in which networks of a family are written; none where that family is not written at all. */
export const frameworksFor = (family: FamilyId): readonly Framework[] =>
  FRAMEWORKS.filter((framework) => WRITERS[framework][family] !== undefined);

/** Every file that there is of a network, in the order of the frameworks. */
export const codeOf = (config: NetConfig): readonly NetworkCode[] =>
  FRAMEWORKS.flatMap((framework) => {
    const write = WRITERS[framework][config.family];
    if (!write) return [];
    const fileName = `${config.family.replaceAll('-', '_')}_${framework}.py`;
    return [{ framework, label: FRAMEWORK_LABELS[framework], fileName, write: () => write(config) }];
  });
