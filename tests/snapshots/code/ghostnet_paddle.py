"""GhostNet x1.0 in Paddle.

Input 224 x 224 x 3, 1000 classes.
5,183,016 trainable parameters, 141,149,744 multiply-accumulates.

Tensors are named as in PaddleClas. Weights with these names load from safetensors:

    model = GhostNet()
    load_weights(model, "weights.safetensors")
    model.eval()
    scores = model(images)  # images: [N, 3, 224, 224]
"""

from typing import NamedTuple

import paddle
import paddle.nn.functional as F
from paddle import Tensor, nn
from safetensors.numpy import load_file


class Block(NamedTuple):
    """A row of the stage table: one ghost bottleneck."""

    out_channels: int
    expanded: int
    kernel_size: int
    stride: int = 1
    se: bool = False


BLOCKS = [
    Block(out_channels=16, expanded=16, kernel_size=3),
    Block(out_channels=24, expanded=48, kernel_size=3, stride=2),
    Block(out_channels=24, expanded=72, kernel_size=3),
    Block(out_channels=40, expanded=72, kernel_size=5, stride=2, se=True),
    Block(out_channels=40, expanded=120, kernel_size=5, se=True),
    Block(out_channels=80, expanded=240, kernel_size=3, stride=2),
    Block(out_channels=80, expanded=200, kernel_size=3),
    Block(out_channels=80, expanded=184, kernel_size=3),
    Block(out_channels=80, expanded=184, kernel_size=3),
    Block(out_channels=112, expanded=480, kernel_size=3, se=True),
    Block(out_channels=112, expanded=672, kernel_size=3, se=True),
    Block(out_channels=160, expanded=672, kernel_size=5, stride=2, se=True),
    Block(out_channels=160, expanded=960, kernel_size=5),
    Block(out_channels=160, expanded=960, kernel_size=5, se=True),
    Block(out_channels=160, expanded=960, kernel_size=5),
    Block(out_channels=160, expanded=960, kernel_size=5, se=True),
]


class ConvBNAct(nn.Layer):
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
        self.act = nn.Identity() if linear else nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self._batch_norm(self._conv(x)))


class GhostModule(nn.Layer):
    """Half of the channels by a 1x1 convolution, the others cheaply out of these."""

    def __init__(
        self, in_channels: int, out_channels: int, *, linear: bool = False
    ) -> None:
        super().__init__()
        half = out_channels // 2
        self.primary_conv = ConvBNAct(in_channels, half, linear=linear)
        self.cheap_operation = ConvBNAct(
            half,
            half,
            kernel_size=3,
            groups=half,
            linear=linear,
        )

    def forward(self, x: Tensor) -> Tensor:
        x = self.primary_conv(x)
        return paddle.concat((x, self.cheap_operation(x)), 1)


class SqueezeExcite(nn.Layer):
    """Weigh channels: global average, C -> C / 4 -> C, clip to [0, 1]."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        squeezed = channels // 4
        self.squeeze = nn.Linear(channels, squeezed)
        self.excitation = nn.Linear(squeezed, channels)

    def forward(self, inputs: Tensor) -> Tensor:
        x = inputs.mean((2, 3))
        x = self.excitation(F.relu(self.squeeze(x)))
        return inputs * x.clip(0, 1)[:, :, None, None]


class GhostBottleneck(nn.Layer):
    """Two ghost modules, a depthwise convolution between them if strided, shortcut."""

    def __init__(self, in_channels: int, block: Block) -> None:
        super().__init__()
        channels = block.expanded
        self.ghost_module_1 = GhostModule(in_channels, channels)
        self.depthwise_conv = nn.Identity()
        if block.stride != 1:
            self.depthwise_conv = ConvBNAct(
                channels,
                channels,
                kernel_size=block.kernel_size,
                stride=block.stride,
                groups=channels,
                linear=True,
            )
        self.se_block = SqueezeExcite(channels) if block.se else nn.Identity()
        self.ghost_module_2 = GhostModule(channels, block.out_channels, linear=True)
        self.shortcut_depthwise = self.shortcut_conv = nn.Identity()
        if block.stride != 1 or in_channels != block.out_channels:
            self.shortcut_depthwise = ConvBNAct(
                in_channels,
                in_channels,
                kernel_size=block.kernel_size,
                stride=block.stride,
                groups=in_channels,
                linear=True,
            )
            self.shortcut_conv = ConvBNAct(in_channels, block.out_channels, linear=True)

    def forward(self, x: Tensor) -> Tensor:
        y = self.ghost_module_1(x)
        y = self.depthwise_conv(y)
        y = self.se_block(y)
        return self.ghost_module_2(y) + self.shortcut_conv(self.shortcut_depthwise(x))


class GhostNet(nn.Layer):
    """Stem, ghost bottlenecks, head."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        channels = 16
        self.conv1 = ConvBNAct(3, channels, kernel_size=3, stride=2)
        for index, block in enumerate(BLOCKS):
            setattr(self, f"_ghostbottleneck_{index}", GhostBottleneck(channels, block))
            channels = block.out_channels
        self.conv_last = ConvBNAct(channels, 960)
        self.fc_0 = ConvBNAct(960, 1280)
        self.dropout = nn.Dropout(0.2)
        self.fc_1 = nn.Linear(1280, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        for index in range(len(BLOCKS)):
            x = getattr(self, f"_ghostbottleneck_{index}")(x)
        x = self.conv_last(x)
        x = self.fc_0(x.mean((2, 3), keepdim=True))
        x = self.dropout(x)
        return self.fc_1(x.flatten(1))


def load_weights(model: GhostNet, path: str) -> None:
    """Load a safetensors file with PaddleClas's names; all tensors must be there."""
    tensors = load_file(path)
    missing, unexpected = model.set_state_dict(tensors)
    if missing or unexpected:
        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")


if __name__ == "__main__":
    model = GhostNet()
    count = sum(p.size for p in model.parameters() if p.trainable)
    print(f"{count:,} trainable parameters")
