"""ShuffleNetV2 x1.0 in PyTorch.

Input 224 x 224 x 3, 1000 classes.
2,278,604 trainable parameters, 144,907,992 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = ShuffleNetV2()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn


class Block(NamedTuple):
    """A row of the stage table: one unit."""

    out_channels: int
    stride: int = 1


BLOCKS = {
    "2_1": Block(out_channels=116, stride=2),
    "2_2": Block(out_channels=116),
    "2_3": Block(out_channels=116),
    "2_4": Block(out_channels=116),
    "3_1": Block(out_channels=232, stride=2),
    "3_2": Block(out_channels=232),
    "3_3": Block(out_channels=232),
    "3_4": Block(out_channels=232),
    "3_5": Block(out_channels=232),
    "3_6": Block(out_channels=232),
    "3_7": Block(out_channels=232),
    "3_8": Block(out_channels=232),
    "4_1": Block(out_channels=464, stride=2),
    "4_2": Block(out_channels=464),
    "4_3": Block(out_channels=464),
    "4_4": Block(out_channels=464),
}


class ConvBNAct(nn.Module):
    """Convolution without bias, batch norm, ReLU unless linear."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        groups: int = 1,
        linear: bool = False,
    ) -> None:
        super().__init__()
        self._conv = nn.Conv2d(
            in_channels,
            out_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            groups=groups,
            bias=False,
        )
        self._batch_norm = nn.BatchNorm2d(out_channels)
        self.act = nn.Identity() if linear else nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self._batch_norm(self._conv(x)))


class ShuffleUnit(nn.Module):
    """Half of the channels pass, the others are transformed; then both are shuffled."""

    def __init__(self, channels: int, block: Block) -> None:
        super().__init__()
        half = channels // 2
        self._conv_pw = ConvBNAct(half, half)
        self._conv_dw = ConvBNAct(half, half, kernel_size=3, groups=half, linear=True)
        self._conv_linear = ConvBNAct(half, half)

    def forward(self, x: Tensor) -> Tensor:
        kept, x = x.chunk(2, 1)
        x = self._conv_linear(self._conv_dw(self._conv_pw(x)))
        return torch.stack((kept, x), 2).flatten(1, 2)  # channel shuffle


class DownUnit(nn.Module):
    """First unit of a stage: two branches, each of which sees all channels."""

    def __init__(self, in_channels: int, block: Block) -> None:
        super().__init__()
        half = block.out_channels // 2
        self._conv_dw_1 = ConvBNAct(
            in_channels,
            in_channels,
            kernel_size=3,
            stride=block.stride,
            groups=in_channels,
            linear=True,
        )
        self._conv_linear_1 = ConvBNAct(in_channels, half)
        self._conv_pw_2 = ConvBNAct(in_channels, half)
        self._conv_dw_2 = ConvBNAct(
            half,
            half,
            kernel_size=3,
            stride=block.stride,
            groups=half,
            linear=True,
        )
        self._conv_linear_2 = ConvBNAct(half, half)

    def forward(self, x: Tensor) -> Tensor:
        first = self._conv_linear_1(self._conv_dw_1(x))
        second = self._conv_linear_2(self._conv_dw_2(self._conv_pw_2(x)))
        return torch.stack((first, second), 2).flatten(1, 2)  # channel shuffle


class ShuffleNetV2(nn.Module):
    """Stem with max-pooling, units, head."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 24
        self._conv1 = ConvBNAct(3, channels, kernel_size=3, stride=2)
        for name, block in BLOCKS.items():
            # stage_unit: the first unit of a stage changes width and resolution
            unit = DownUnit if name.endswith("_1") else ShuffleUnit
            setattr(self, name, unit(channels, block))
            channels = block.out_channels
        self._last_conv = ConvBNAct(channels, 1024)
        self._fc = nn.Linear(1024, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self._conv1(x)
        x = F.max_pool2d(x, 3, stride=2, padding=1)
        for name in BLOCKS:
            x = getattr(self, name)(x)
        x = self._last_conv(x)
        return self._fc(x.mean((2, 3)))


def load_weights(model: ShuffleNetV2, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    state = {}
    for name, tensor in load_file(path).items():
        name = name.replace("._mean", ".running_mean")
        name = name.replace("._variance", ".running_var")
        # Paddle keeps linear layers as [in, out].
        state[name] = tensor.T if tensor.ndim == 2 else tensor
    model.load_state_dict(state)


if __name__ == "__main__":
    model = ShuffleNetV2()
    count = sum(parameter.numel() for parameter in model.parameters())
    print(f"{count:,} trainable parameters")
