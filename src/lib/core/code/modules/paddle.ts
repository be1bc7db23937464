// Paddle's dialect.
import { FRAMEWORK_LABELS } from '../frameworks.ts';
import { lines } from '../python.ts';
import type { Dialect } from './dialect.ts';

export const PADDLE: Dialect = {
  label: FRAMEWORK_LABELS.paddle,
  imports: [
    'import paddle.nn.functional as F',
    'from paddle import Tensor, nn',
    'from safetensors.numpy import load_file',
  ],
  module: 'nn.Layer',
  conv: 'nn.Conv2D',
  noBias: 'bias_attr=False',
  norm: 'nn.BatchNorm2D',
  epsilon: { name: 'epsilon', usual: 1e-5 },
  activation: {
    hardswish: () => 'nn.Hardswish()',
    relu: () => 'nn.ReLU()',
    relu6: () => 'nn.ReLU6()',
    leakyrelu: () => 'nn.LeakyReLU(0.01)',
    prelu: (channels) => `nn.PReLU(${channels})`,
    elu: () => 'nn.ELU()',
    swish: () => 'nn.Silu()',
  },
  samePadding: { argument: '"SAME"' },
  downscale: { make: (rate) => `nn.Dropout(${rate}, mode="downscale_in_infer")`, factor: false },
  loadWeights: ({ name, hasSlopes }) =>
    lines(
      `def load_weights(model: ${name}, path: str) -> None:`,
      '    """Load a safetensors file with PaddleClas\'s names; all tensors must be there."""',
      '    tensors = load_file(path)',
      hasSlopes && '    # Paddle calls the slopes of PReLU _weight.',
      hasSlopes && '    tensors = {k.replace("act.weight", "act._weight"): t for k, t in tensors.items()}',
      '    missing, unexpected = model.set_state_dict(tensors)',
      '    if missing or unexpected:',
      '        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")',
    ),
  // statistics of batch norm are parameters to Paddle, though not trained
  parameterCount: 'sum(p.size for p in model.parameters() if p.trainable)',
};
