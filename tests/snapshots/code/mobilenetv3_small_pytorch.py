"""MobileNetV3-small x1.0 in PyTorch.

Input 224 x 224 x 3, 1000 classes.
2,939,958 trainable parameters, 60,119,520 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = MobileNetV3Small()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn


class Block(NamedTuple):
    """A row of the stage table: one inverted residual."""

    out_channels: int
    expanded: int
    kernel_size: int
    stride: int = 1
    se: bool = False
    act: type[nn.Module] = nn.Hardswish


BLOCKS = [
    Block(out_channels=16, expanded=16, kernel_size=3, stride=2, se=True, act=nn.ReLU),
    Block(out_channels=24, expanded=72, kernel_size=3, stride=2, act=nn.ReLU),
    Block(out_channels=24, expanded=88, kernel_size=3, act=nn.ReLU),
    Block(out_channels=40, expanded=96, kernel_size=5, stride=2, se=True),
    Block(out_channels=40, expanded=240, kernel_size=5, se=True),
    Block(out_channels=40, expanded=240, kernel_size=5, se=True),
    Block(out_channels=48, expanded=120, kernel_size=5, se=True),
    Block(out_channels=48, expanded=144, kernel_size=5, se=True),
    Block(out_channels=96, expanded=288, kernel_size=5, stride=2, se=True),
    Block(out_channels=96, expanded=576, kernel_size=5, se=True),
    Block(out_channels=96, expanded=576, kernel_size=5, se=True),
]


class ConvBNAct(nn.Module):
    """Convolution without bias, batch norm, activation."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        groups: int = 1,
        act: type[nn.Module] = nn.Identity,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels,
            out_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            groups=groups,
            bias=False,
        )
        self.bn = nn.BatchNorm2d(out_channels)
        self.act = act()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.bn(self.conv(x)))


class SqueezeExcite(nn.Module):
    """Weigh channels: global average, C -> C / 4 -> C, hard sigmoid of slope 0.2."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        squeezed = channels // 4
        self.conv1 = nn.Conv2d(channels, squeezed, 1)
        self.conv2 = nn.Conv2d(squeezed, channels, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        x = inputs.mean((2, 3), keepdim=True)
        x = self.conv2(F.relu(self.conv1(x)))
        return inputs * (0.2 * x + 0.5).clip(0, 1)


class InvertedResidual(nn.Module):
    """Expand, depthwise convolution, SE, project; a shortcut where shapes allow."""

    def __init__(self, in_channels: int, block: Block) -> None:
        super().__init__()
        channels = block.expanded
        self.expand_conv = ConvBNAct(in_channels, channels, act=block.act)
        self.bottleneck_conv = ConvBNAct(
            channels,
            channels,
            kernel_size=block.kernel_size,
            stride=block.stride,
            groups=channels,
            act=block.act,
        )
        self.mid_se = SqueezeExcite(channels) if block.se else nn.Identity()
        self.linear_conv = ConvBNAct(channels, block.out_channels)

    def forward(self, x: Tensor) -> Tensor:
        y = self.bottleneck_conv(self.expand_conv(x))
        y = self.mid_se(y)
        y = self.linear_conv(y)
        return x + y if x.shape == y.shape else y


class MobileNetV3Small(nn.Module):
    """Stem, inverted residuals, head."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 16
        self.conv = ConvBNAct(3, channels, kernel_size=3, stride=2, act=nn.Hardswish)
        blocks = []
        for block in BLOCKS:
            blocks.append(InvertedResidual(channels, block))
            channels = block.out_channels
        self.blocks = nn.Sequential(*blocks)
        self.last_second_conv = ConvBNAct(channels, 576, act=nn.Hardswish)
        self.last_conv = nn.Conv2d(576, 1280, 1, bias=False)
        self.hardswish = nn.Hardswish()
        self.dropout = nn.Dropout(0.2)
        self.fc = nn.Linear(1280, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)
        x = self.blocks(x)
        x = self.last_second_conv(x)
        x = x.mean((2, 3), keepdim=True)
        x = self.hardswish(self.last_conv(x))
        # Paddle's downscale_in_infer: only masked in training, times 1 - p afterwards.
        x = self.dropout(x) * (1 - self.dropout.p)
        return self.fc(x.flatten(1))


def load_weights(model: MobileNetV3Small, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    state = {}
    for name, tensor in load_file(path).items():
        name = name.replace("._mean", ".running_mean")
        name = name.replace("._variance", ".running_var")
        # Paddle keeps linear layers as [in, out].
        state[name] = tensor.T if tensor.ndim == 2 else tensor
    model.load_state_dict(state)


if __name__ == "__main__":
    model = MobileNetV3Small()
    count = sum(parameter.numel() for parameter in model.parameters())
    print(f"{count:,} trainable parameters")
