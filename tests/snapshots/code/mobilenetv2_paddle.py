"""MobileNetV2 x1.0 in Paddle.

Input 224 x 224 x 3, 1000 classes.
3,505,960 trainable parameters, 313,619,328 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = MobileNetV2()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

from paddle import Tensor, nn
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one inverted residual."""

    out_channels: int
    expansion: int
    stride: int = 1


STAGES = {
    "conv2": [
        Block(out_channels=16, expansion=1),
    ],
    "conv3": [
        Block(out_channels=24, expansion=6, stride=2),
        Block(out_channels=24, expansion=6),
    ],
    "conv4": [
        Block(out_channels=32, expansion=6, stride=2),
        Block(out_channels=32, expansion=6),
        Block(out_channels=32, expansion=6),
    ],
    "conv5": [
        Block(out_channels=64, expansion=6, stride=2),
        Block(out_channels=64, expansion=6),
        Block(out_channels=64, expansion=6),
        Block(out_channels=64, expansion=6),
    ],
    "conv6": [
        Block(out_channels=96, expansion=6),
        Block(out_channels=96, expansion=6),
        Block(out_channels=96, expansion=6),
    ],
    "conv7": [
        Block(out_channels=160, expansion=6, stride=2),
        Block(out_channels=160, expansion=6),
        Block(out_channels=160, expansion=6),
    ],
    "conv8": [
        Block(out_channels=320, expansion=6),
    ],
}


class ConvBNAct(nn.Layer):
    """Convolution without bias, batch norm, ReLU6 unless linear."""

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
        self._conv = nn.Conv2D(
            in_channels,
            out_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            groups=groups,
            bias_attr=False,
        )
        self._batch_norm = nn.BatchNorm2D(out_channels)
        self.act = nn.Identity() if linear else nn.ReLU6()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self._batch_norm(self._conv(x)))


class InvertedResidual(nn.Layer):
    """Expand, depthwise convolution, project; optional shortcut."""

    def __init__(self, in_channels: int, block: Block, *, shortcut: bool) -> None:
        super().__init__()
        self.shortcut = shortcut
        channels = in_channels * block.expansion
        self._expand_conv = ConvBNAct(in_channels, channels)
        self._bottleneck_conv = ConvBNAct(
            channels,
            channels,
            kernel_size=3,
            stride=block.stride,
            groups=channels,
        )
        self._linear_conv = ConvBNAct(channels, block.out_channels, linear=True)

    def forward(self, x: Tensor) -> Tensor:
        y = self._bottleneck_conv(self._expand_conv(x))
        y = self._linear_conv(y)
        return x + y if self.shortcut else y


class MobileNetV2(nn.Layer):
    """Stem, stages of inverted residuals, head."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 32
        self.conv1 = ConvBNAct(3, channels, kernel_size=3, stride=2)
        for name, blocks in STAGES.items():
            stage = nn.Sequential()
            for index, block in enumerate(blocks, start=1):
                child = "_first_block" if index == 1 else f"{name}_{index}"
                layer = InvertedResidual(channels, block, shortcut=index > 1)
                stage.add_sublayer(child, layer)
                channels = block.out_channels
            setattr(self, name, stage)
        self.conv9 = ConvBNAct(channels, 1280)
        self.out = nn.Linear(1280, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        for name in STAGES:
            x = getattr(self, name)(x)
        x = self.conv9(x)
        return self.out(x.mean((2, 3)))


def load_weights(model: MobileNetV2, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    tensors = load_file(path)
    missing, unexpected = model.set_state_dict(tensors)
    if missing or unexpected:
        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")


if __name__ == "__main__":
    model = MobileNetV2()
    count = sum(p.size for p in model.parameters() if p.trainable)
    print(f"{count:,} trainable parameters")
