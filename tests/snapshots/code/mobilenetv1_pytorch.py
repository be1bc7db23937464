"""MobileNetV1 x1.0 in PyTorch.

Input 224 x 224 x 3, 1000 classes.
4,231,976 trainable parameters, 568,740,352 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = MobileNetV1()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

from safetensors.torch import load_file
from torch import Tensor, nn


class Block(NamedTuple):
    """A row of the stage table: one depthwise-separable block."""

    out_channels: int
    stride: int = 1


BLOCKS = {
    "conv2_1": Block(out_channels=64),
    "conv2_2": Block(out_channels=128, stride=2),
    "conv3_1": Block(out_channels=128),
    "conv3_2": Block(out_channels=256, stride=2),
    "conv4_1": Block(out_channels=256),
    "conv4_2": Block(out_channels=512, stride=2),
    "conv5_1": Block(out_channels=512),
    "conv5_2": Block(out_channels=512),
    "conv5_3": Block(out_channels=512),
    "conv5_4": Block(out_channels=512),
    "conv5_5": Block(out_channels=512),
    "conv5_6": Block(out_channels=1024, stride=2),
    "conv6": Block(out_channels=1024),
}


class ConvBNAct(nn.Module):
    """Convolution without bias, batch norm, ReLU."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        groups: int = 1,
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
        self.act = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self._batch_norm(self._conv(x)))


class DepthwiseSeparable(nn.Module):
    """Depthwise convolution, pointwise convolution; no shortcut."""

    def __init__(self, in_channels: int, block: Block) -> None:
        super().__init__()
        self._depthwise_conv = ConvBNAct(
            in_channels,
            in_channels,
            kernel_size=3,
            stride=block.stride,
            groups=in_channels,
        )
        self._pointwise_conv = ConvBNAct(in_channels, block.out_channels)

    def forward(self, x: Tensor) -> Tensor:
        return self._pointwise_conv(self._depthwise_conv(x))


class MobileNetV1(nn.Module):
    """Stem, depthwise-separable blocks, classifier."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 32
        self.conv1 = ConvBNAct(3, channels, kernel_size=3, stride=2)
        for name, block in BLOCKS.items():
            setattr(self, name, DepthwiseSeparable(channels, block))
            channels = block.out_channels
        self.out = nn.Linear(channels, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        for name in BLOCKS:
            x = getattr(self, name)(x)
        return self.out(x.mean((2, 3)))


def load_weights(model: MobileNetV1, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    state = {}
    for name, tensor in load_file(path).items():
        name = name.replace("._mean", ".running_mean")
        name = name.replace("._variance", ".running_var")
        # Paddle keeps linear layers as [in, out].
        state[name] = tensor.T if tensor.ndim == 2 else tensor
    model.load_state_dict(state)


if __name__ == "__main__":
    model = MobileNetV1()
    count = sum(parameter.numel() for parameter in model.parameters())
    print(f"{count:,} trainable parameters")
