// PP-LCNet ×1 in three frameworks, shortened for reading: each line with the layers that it makes.

export interface Line {
  readonly code: string;
  /** Blocks, or layers of the opened block, that light up in the diagram; none for a line that makes nothing. */
  readonly makes: readonly string[];
}

export interface Listing {
  readonly framework: string;
  readonly lines: readonly Line[];
}

/** Stands open in the diagram, so that lines of a block can show their layers. */
export const OPENED = 'blocks6.1';

const line = (code: string, ...makes: readonly string[]): Line => ({ code, makes });
const inBlock = (...names: readonly string[]): readonly string[] => names.map((name) => `${OPENED}.${name}`);

const DEPTHWISE = inBlock('dw_conv.conv');
const DEPTHWISE_NORM = inBlock('dw_conv.bn', 'dw_conv.act');
const EXCITE = inBlock('se.avg_pool', 'se.conv1', 'se.relu', 'se.conv2', 'se.hardsigmoid', 'se.mul');
const POINTWISE = inBlock('pw_conv.conv');
const POINTWISE_NORM = inBlock('pw_conv.bn', 'pw_conv.act');
const FIVE = ['blocks5.1', 'blocks5.2', 'blocks5.3', 'blocks5.4', 'blocks5.5'];
/** What a loop over the table makes. */
const BODY = [
  'blocks2.0',
  'blocks3.0',
  'blocks3.1',
  'blocks4.0',
  'blocks4.1',
  'blocks5.0',
  ...FIVE,
  'blocks6.0',
  'blocks6.1',
];

/** The same in every framework. */
const TABLE: readonly Line[] = [
  line('TABLE = [  # kernel, channels, stride, SE'),
  line('    (3, 32, 1, False),', 'blocks2.0'),
  line('    (3, 64, 2, False),', 'blocks3.0'),
  line('    (3, 64, 1, False),', 'blocks3.1'),
  line('    (3, 128, 2, False),', 'blocks4.0'),
  line('    (3, 128, 1, False),', 'blocks4.1'),
  line('    (3, 256, 2, False),', 'blocks5.0'),
  line('    *[(5, 256, 1, False)] * 5,', ...FIVE),
  line('    (5, 512, 2, True),', 'blocks6.0'),
  line('    (5, 512, 1, True),', 'blocks6.1'),
  line(']'),
  line(''),
];

/** What the same layer is called in two frameworks that are written alike. */
interface Words {
  readonly module: string;
  readonly conv: string;
  readonly norm: string;
  readonly noBias: string;
  readonly dropout: string;
}

const asModules = ({ module, conv, norm, noBias, dropout }: Words): readonly Line[] => [
  ...TABLE,
  line(`class Block(${module}):`),
  line('    def __init__(self, cin, k, cout, s, se):'),
  line('        super().__init__()'),
  line(`        self.dw = ${conv}(cin, cin, k, s, (k - 1) // 2, groups=cin, ${noBias})`, ...DEPTHWISE),
  line(`        self.bn1 = ${norm}(cin)`, ...inBlock('dw_conv.bn')),
  line('        self.se = SE(cin) if se else nn.Identity()', ...EXCITE),
  line(`        self.pw = ${conv}(cin, cout, 1, ${noBias})`, ...POINTWISE),
  line(`        self.bn2 = ${norm}(cout)`, ...inBlock('pw_conv.bn')),
  line(''),
  line('    def forward(self, x):'),
  line('        x = self.se(F.hardswish(self.bn1(self.dw(x))))', ...DEPTHWISE, ...DEPTHWISE_NORM, ...EXCITE),
  line('        return F.hardswish(self.bn2(self.pw(x)))', ...POINTWISE, ...POINTWISE_NORM),
  line(''),
  line(`x = F.hardswish(bn(${conv}(3, 16, 3, 2, 1, ${noBias})(image)))`, 'conv1'),
  line('x = blocks(x)', ...BODY),
  line('x = F.adaptive_avg_pool2d(x, 1)', 'avg_pool'),
  line(`x = F.hardswish(${conv}(512, 1280, 1, ${noBias})(x))`, 'last_conv'),
  line(dropout, 'last_conv'),
  line('scores = nn.Linear(1280, 1000)(x.flatten(1))', 'fc'),
];

export const PADDLE: Listing = {
  framework: 'Paddle',
  lines: asModules({
    module: 'nn.Layer',
    conv: 'nn.Conv2D',
    norm: 'nn.BatchNorm2D',
    noBias: 'bias_attr=False',
    dropout: "x = F.dropout(x, 0.2, mode='downscale_in_infer')  # × 0.8 at inference",
  }),
};

export const PYTORCH: Listing = {
  framework: 'PyTorch',
  lines: asModules({
    module: 'nn.Module',
    conv: 'nn.Conv2d',
    norm: 'nn.BatchNorm2d',
    noBias: 'bias=False',
    dropout: 'x = F.dropout(x, 0.2, training)  # nothing at inference',
  }),
};

export const KERAS: Listing = {
  framework: 'Keras',
  lines: [
    ...TABLE,
    line('def block(x, k, cout, s, se):'),
    line(
      "    x = DepthwiseConv2D(k, s, 'same', use_bias=False)(x)  # 'same' shifts by a pixel",
      ...DEPTHWISE,
    ),
    line('    x = hard_silu(BatchNormalization()(x))', ...DEPTHWISE_NORM),
    line('    if se:'),
    line('        x = squeeze_excite(x)', ...EXCITE),
    line('    x = Conv2D(cout, 1, use_bias=False)(x)', ...POINTWISE),
    line('    return hard_silu(BatchNormalization()(x))', ...POINTWISE_NORM),
    line(''),
    line("x = Conv2D(16, 3, 2, 'same', use_bias=False)(image)", 'conv1'),
    line('x = hard_silu(BatchNormalization()(x))', 'conv1'),
    line('for k, cout, s, se in TABLE:'),
    line('    x = block(x, k, cout, s, se)', ...BODY),
    line('x = GlobalAveragePooling2D(keepdims=True)(x)', 'avg_pool'),
    line('x = hard_silu(Conv2D(1280, 1, use_bias=False)(x))', 'last_conv'),
    line('x = Dropout(0.2)(x)  # nothing at inference', 'last_conv'),
    line('scores = Dense(1000)(Flatten()(x))', 'fc'),
  ],
};
