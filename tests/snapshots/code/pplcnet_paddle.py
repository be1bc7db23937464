"""PP-LCNet x1.0 in Paddle.

Input 224 x 224 x 3, 1000 classes.
2,952,520 trainable parameters, 155,700,480 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = PPLCNet()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

import paddle.nn.functional as F
from paddle import Tensor, nn
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one depthwise-separable block."""

    out_channels: int
    kernel_size: int
    stride: int = 1
    se: bool = False


STAGES = {
    "blocks2": [
        Block(out_channels=32, kernel_size=3),
    ],
    "blocks3": [
        Block(out_channels=64, kernel_size=3, stride=2),
        Block(out_channels=64, kernel_size=3),
    ],
    "blocks4": [
        Block(out_channels=128, kernel_size=3, stride=2),
        Block(out_channels=128, kernel_size=3),
    ],
    "blocks5": [
        Block(out_channels=256, kernel_size=3, stride=2),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
        Block(out_channels=256, kernel_size=5),
    ],
    "blocks6": [
        Block(out_channels=512, kernel_size=5, stride=2, se=True),
        Block(out_channels=512, kernel_size=5, se=True),
    ],
}


class ConvBNAct(nn.Layer):
    """Convolution without bias, batch norm, h-swish."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        groups: int = 1,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2D(
            in_channels,
            out_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            groups=groups,
            bias_attr=False,
        )
        self.bn = nn.BatchNorm2D(out_channels)
        self.act = nn.Hardswish()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.bn(self.conv(x)))


class SqueezeExcite(nn.Layer):
    """Weigh channels: global average, C -> C / 4 -> C, hard sigmoid."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        squeezed = channels // 4
        self.conv1 = nn.Conv2D(channels, squeezed, 1)
        self.conv2 = nn.Conv2D(squeezed, channels, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        x = inputs.mean((2, 3), keepdim=True)
        x = self.conv2(F.relu(self.conv1(x)))
        return inputs * F.hardsigmoid(x)


class DepthwiseSeparable(nn.Layer):
    """Depthwise convolution, SE, pointwise convolution; no shortcut."""

    def __init__(self, in_channels: int, block: Block) -> None:
        super().__init__()
        self.dw_conv = ConvBNAct(
            in_channels,
            in_channels,
            kernel_size=block.kernel_size,
            stride=block.stride,
            groups=in_channels,
        )
        self.se = SqueezeExcite(in_channels) if block.se else nn.Identity()
        self.pw_conv = ConvBNAct(in_channels, block.out_channels)

    def forward(self, x: Tensor) -> Tensor:
        return self.pw_conv(self.se(self.dw_conv(x)))


class PPLCNet(nn.Layer):
    """Stem, stages of depthwise-separable blocks, head."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 16
        self.conv1 = ConvBNAct(3, channels, kernel_size=3, stride=2)
        for name, blocks in STAGES.items():
            stage = []
            for block in blocks:
                stage.append(DepthwiseSeparable(channels, block))
                channels = block.out_channels
            setattr(self, name, nn.Sequential(*stage))
        self.last_conv = nn.Conv2D(channels, 1280, 1, bias_attr=False)
        self.last_act = nn.Hardswish()
        self.dropout = nn.Dropout(0.2, mode="downscale_in_infer")
        self.fc = nn.Linear(1280, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        for name in STAGES:
            x = getattr(self, name)(x)
        x = x.mean((2, 3), keepdim=True)
        x = self.last_act(self.last_conv(x))
        x = self.dropout(x)
        return self.fc(x.flatten(1))


def load_weights(model: PPLCNet, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    tensors = load_file(path)
    missing, unexpected = model.set_state_dict(tensors)
    if missing or unexpected:
        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")


if __name__ == "__main__":
    model = PPLCNet()
    count = sum(p.size for p in model.parameters() if p.trainable)
    print(f"{count:,} trainable parameters")
