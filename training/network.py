"""PP-LCNet as the app builds it (src/lib/core/families/pplcnet.ts): names, layouts and order of its tensors, and its forward pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from architecture import BLOCKS, LAST_CONV, SE_REDUCTION, STAGES, Architecture
from depthwise import depthwise

CLASSES = 10
EPSILON = 1e-5
DROPOUT = 0.2

Tensors = Mapping[str, torch.Tensor]
# Where parts of some tensors lie in them.
Parts = Mapping[str, tuple[slice, ...]]
Normalise = Callable[[str, torch.Tensor], torch.Tensor]


@dataclass(frozen=True)
class Input:
    """Input size in pixels, and strides of the stem and of the first blocks of blocks3 to blocks6."""

    size: int
    strides: tuple[int, int, int, int, int]


def block_strides(strides: tuple[int, ...]) -> dict[str, int]:
    """Stride of each block. blocks2 never shrinks: the official stride list has no entry for it."""
    first = dict(zip((stage for stage, _, _ in STAGES[1:]), strides[1:], strict=True))
    return {block: first.get(block.split(".")[0], 1) if block.endswith(".0") else 1 for block in BLOCKS}


def shapes(architecture: Architecture) -> dict[str, tuple[int, ...]]:
    """Every trained tensor of the network but batch norm's statistics, in the app's names and layouts."""
    found: dict[str, tuple[int, ...]] = {"conv1.conv.weight": (architecture.stem, 1, 3, 3), **_norm("conv1.bn", architecture.stem)}
    before = architecture.stem
    for block, kernel, se, channels in zip(BLOCKS, architecture.kernels, architecture.se, architecture.channels, strict=True):
        found[f"{block}.dw_conv.conv.weight"] = (before, 1, kernel, kernel)
        found |= _norm(f"{block}.dw_conv.bn", before)
        if se:
            squeezed = max(1, before // SE_REDUCTION)
            found[f"{block}.se.conv1.weight"] = (squeezed, before, 1, 1)
            found[f"{block}.se.conv1.bias"] = (squeezed,)
            found[f"{block}.se.conv2.weight"] = (before, squeezed, 1, 1)
            found[f"{block}.se.conv2.bias"] = (before,)
        found[f"{block}.pw_conv.conv.weight"] = (channels, before, 1, 1)
        found |= _norm(f"{block}.pw_conv.bn", channels)
        before = channels
    if architecture.last_conv:
        found["last_conv.weight"] = (LAST_CONV, before, 1, 1)
        before = LAST_CONV
    found["fc.weight"] = (before, CLASSES)
    found["fc.bias"] = (CLASSES,)
    return found


def _norm(name: str, channels: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (channels,), f"{name}.bias": (channels,)}


def is_transformation(name: str) -> bool:
    """Whether this tensor of the super-network makes a smaller kernel of a larger one (supernet.py)."""
    return name.endswith((".to5", ".to3"))


def initial(name: str, shape: tuple[int, ...]) -> torch.Tensor:
    """He initialisation for convolutions, small normal weights for the classifier, 1 and 0 for batch norm."""
    if name.endswith(".bias"):
        return torch.zeros(shape)
    if len(shape) == 1:
        return torch.ones(shape)
    if name.startswith("fc"):
        return torch.randn(shape) * 0.01
    fan_in = shape[1] * shape[2] * shape[3]
    return (torch.randn(shape) * (2 / fan_in) ** 0.5).contiguous(memory_format=torch.channels_last)


def forward(
    tensors: Tensors, architecture: Architecture, images: torch.Tensor, *, strides: tuple[int, ...], normalise: Normalise, drop: bool = False
) -> torch.Tensor:
    """Class scores [N, 10] of images [N, 1, H, W]. Dropout is Paddle's: nothing is scaled in training, × 0.8 afterwards."""

    def conv(name: str, x: torch.Tensor) -> torch.Tensor:
        return F.conv2d(x, tensors[f"{name}.weight"], tensors.get(f"{name}.bias"))

    def normed(name: str, x: torch.Tensor) -> torch.Tensor:
        return F.hardswish(normalise(f"{name}.bn", x))

    # One channel is laid out alike in both orders, and PyTorch would take the slower one for all that follows.
    x = F.conv2d(images, tensors["conv1.conv.weight"], None, strides[0], 1).contiguous(memory_format=torch.channels_last)
    x = normed("conv1", x)
    for (block, stride), se in zip(block_strides(strides).items(), architecture.se, strict=True):
        x = normed(f"{block}.dw_conv", depthwise(x, tensors[f"{block}.dw_conv.conv.weight"], stride))
        if se:
            pooled = x.mean((2, 3), keepdim=True)
            x = x * F.hardsigmoid(conv(f"{block}.se.conv2", F.relu(conv(f"{block}.se.conv1", pooled))))
        x = normed(f"{block}.pw_conv", conv(f"{block}.pw_conv.conv", x))
    x = x.mean((2, 3), keepdim=True)
    if architecture.last_conv:
        x = F.hardswish(conv("last_conv", x))
        x = x * (torch.rand_like(x) >= DROPOUT) if drop else x * (1 - DROPOUT)
    return x.flatten(1) @ tensors["fc.weight"] + tensors["fc.bias"]


def batch_statistics(tensors: Tensors) -> Normalise:
    """Batch norm by the statistics of the batch itself."""

    def normalise(name: str, x: torch.Tensor) -> torch.Tensor:
        return F.batch_norm(x, None, None, tensors[f"{name}.weight"], tensors[f"{name}.bias"], training=True, eps=EPSILON)

    return normalise


def kept_statistics(tensors: Tensors) -> Normalise:
    """Batch norm by the statistics kept with the weights."""

    def normalise(name: str, x: torch.Tensor) -> torch.Tensor:
        kept = (tensors[f"{name}.{suffix}"] for suffix in ("_mean", "_variance", "weight", "bias"))
        return F.batch_norm(x, *kept, training=False, eps=EPSILON)

    return normalise


@torch.no_grad()
def recalibrated(tensors: Tensors, architecture: Architecture, images: torch.Tensor, strides: tuple[int, ...]) -> dict[str, torch.Tensor]:
    """The weights with batch norm's mean and (biased) variance taken from one pass of these images as one batch."""
    found = dict(tensors)

    def normalise(name: str, x: torch.Tensor) -> torch.Tensor:
        variance, mean = torch.var_mean(x, (0, 2, 3), correction=0)
        found[f"{name}._mean"], found[f"{name}._variance"] = mean, variance
        return F.batch_norm(x, mean, variance, tensors[f"{name}.weight"], tensors[f"{name}.bias"], training=False, eps=EPSILON)

    forward(tensors, architecture, images, strides=strides, normalise=normalise)
    return found
