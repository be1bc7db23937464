// Paddle's dialect.
import { FRAMEWORK_LABELS } from '../frameworks.ts';
import { lines } from '../python.ts';
import type { Dialect } from './dialect.ts';

export const PADDLE: Dialect = {
  label: FRAMEWORK_LABELS.paddle,
  imports: [
    ['import paddle', 'paddle.'],
    ['import paddle.nn.functional as F', 'F.'],
    ['from paddle import Tensor, nn'],
    ['from safetensors.numpy import load_file'],
  ],
  module: 'nn.Layer',
  conv: 'nn.Conv2D',
  noBias: 'bias_attr=False',
  norm: 'nn.BatchNorm2D',
  epsilon: { name: 'epsilon', usual: 1e-5 },
  activation: {
    hardswish: 'nn.Hardswish',
    relu: 'nn.ReLU',
    relu6: 'nn.ReLU6',
    leakyrelu: 'nn.LeakyReLU',
    prelu: 'nn.PReLU',
    elu: 'nn.ELU',
    swish: 'nn.Silu',
  },
  stack: 'paddle.stack',
  concat: 'paddle.concat',
  addModule: 'add_sublayer',
  sameMaxPool: '        x = F.max_pool2d(x, 3, stride=2, padding="SAME")',
  samePadding: { argument: '"SAME"' },
  downscale: { make: (rate) => `nn.Dropout(${rate}, mode="downscale_in_infer")`, factor: false },
  loadWeights: ({ name, hasSlopes }) =>
    lines(
      `def load_weights(model: ${name}, path: str) -> None:`,
      '    """Load a safetensors file with PaddleClas\'s names; all tensors must be there."""',
      '    tensors = load_file(path)',
      hasSlopes && '    for name in model.state_dict():',
      hasSlopes && '        if name.endswith("._weight"):  # slopes of PReLU',
      hasSlopes && '            tensors[name] = tensors.pop(name.replace("._weight", ".weight"))',
      '    missing, unexpected = model.set_state_dict(tensors)',
      '    if missing or unexpected:',
      '        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")',
    ),
  // statistics of batch norm are parameters to Paddle, though not trained
  parameterCount: 'sum(p.size for p in model.parameters() if p.trainable)',
};
