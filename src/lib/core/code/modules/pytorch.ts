// PyTorch's dialect.
import { FRAMEWORK_LABELS } from '../frameworks.ts';
import { lines } from '../python.ts';
import type { Dialect } from './dialect.ts';

const SAME_CONV = lines(
  'class SameConv2d(nn.Conv2d):',
  '    """Convolution with TensorFlow\'s "same" padding: the odd pixel comes last."""',
  '',
  '    def forward(self, x: Tensor) -> Tensor:',
  '        top, bottom = self._padding(x.shape[2], axis=0)',
  '        left, right = self._padding(x.shape[3], axis=1)',
  '        return super().forward(F.pad(x, (left, right, top, bottom)))',
  '',
  '    def _padding(self, size: int, axis: int) -> tuple[int, int]:',
  '        kernel_size, stride = self.kernel_size[axis], self.stride[axis]',
  '        total = max((size - 1) // stride * stride + kernel_size - size, 0)',
  '        return total // 2, total - total // 2',
);

export const PYTORCH: Dialect = {
  label: FRAMEWORK_LABELS.pytorch,
  imports: [
    ['import torch', 'torch.'],
    ['import torch.nn.functional as F', 'F.'],
    ['from safetensors.torch import load_file'],
    ['from torch import Tensor, nn'],
  ],
  module: 'nn.Module',
  conv: 'nn.Conv2d',
  noBias: 'bias=False',
  norm: 'nn.BatchNorm2d',
  epsilon: { name: 'eps', usual: 1e-5 },
  activation: {
    hardswish: 'nn.Hardswish',
    relu: 'nn.ReLU',
    relu6: 'nn.ReLU6',
    leakyrelu: 'nn.LeakyReLU',
    prelu: 'nn.PReLU',
    elu: 'nn.ELU',
    swish: 'nn.SiLU',
  },
  stack: 'torch.stack',
  concat: 'torch.cat',
  addModule: 'add_module',
  sameMaxPool: lines(
    '        # TensorFlow\'s "same": the odd pixel comes last.',
    '        padding = (x.shape[2] % 2, x.shape[3] % 2)',
    '        x = F.max_pool2d(x, 3, stride=2, padding=padding, ceil_mode=True)',
  ),
  samePadding: { conv: 'SameConv2d', python: SAME_CONV },
  downscale: { make: (rate) => `nn.Dropout(${rate})`, factor: ' * (1 - self.dropout.p)' },
  loadWeights: ({ name }) =>
    lines(
      `def load_weights(model: ${name}, path: str) -> None:`,
      '    """Load a safetensors file with PaddleClas\'s names; all tensors must be there."""',
      '    state = {}',
      '    for name, tensor in load_file(path).items():',
      '        name = name.replace("._mean", ".running_mean")',
      '        name = name.replace("._variance", ".running_var")',
      '        # Paddle keeps linear layers as [in, out].',
      '        state[name] = tensor.T if tensor.ndim == 2 else tensor',
      '    model.load_state_dict(state)',
    ),
  parameterCount: 'sum(parameter.numel() for parameter in model.parameters())',
};
