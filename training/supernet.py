"""The weight-sharing super-network: the tensors of its largest network, and how those of any other are cut out of them."""

from __future__ import annotations

from dataclasses import replace

import torch
import torch.nn.functional as F

from architecture import BLOCKS, LARGEST, Architecture
from network import CLASSES, Parts, Tensors, initial, is_transformation, shapes

# The classifier of networks without the last 1×1 convolution has weights of its own.
SHORT_CLASSIFIER = "fc_without_last_conv"


def initial_supernet() -> dict[str, torch.Tensor]:
    """The largest network's tensors, a second classifier, and two kernel transformations per block (Once-for-All, section 3.2)."""
    tensors = {name: initial(name, shape) for name, shape in shapes(LARGEST).items()}
    for name, shape in ((f"{SHORT_CLASSIFIER}.weight", (LARGEST.channels[-1], CLASSES)), (f"{SHORT_CLASSIFIER}.bias", (CLASSES,))):
        tensors[name] = initial(name, shape)
    for block in BLOCKS:
        tensors[f"{block}.dw_conv.to5"] = torch.eye(25)
        tensors[f"{block}.dw_conv.to3"] = torch.eye(9)
    return tensors


def _centre(weight: torch.Tensor, size: int) -> torch.Tensor:
    margin = (weight.shape[-1] - size) // 2
    return weight[..., margin : margin + size, margin : margin + size]


def depthwise_kernel(tensors: Tensors, block: str, size: int, channels: int) -> torch.Tensor:
    """[C, 1, size, size] of the first C channels: the centre of the next larger kernel times a matrix, 7 → 5 → 3."""
    weight = tensors[f"{block}.dw_conv.conv.weight"][:channels]
    for smaller in (5, 3):
        if size <= smaller:
            flat = _centre(weight, smaller).reshape(channels, smaller * smaller)
            weight = F.linear(flat, tensors[f"{block}.dw_conv.to{smaller}"]).view(channels, 1, smaller, smaller)
    return weight


def used_by(tensors: Tensors, scale: float) -> Parts:
    """Where in the shared tensors those of all networks of a scale lie. Every kernel transformation is among them."""
    found = {name: tuple(map(slice, tensor.shape)) for name, tensor in tensors.items() if is_transformation(name)}
    for last_conv in (True, False):
        architecture = replace(LARGEST, scale=scale, last_conv=last_conv)
        found |= {_source(name, architecture): tuple(map(slice, shape)) for name, shape in shapes(architecture).items()}
    return found


def _source(name: str, architecture: Architecture) -> str:
    """The shared tensor that a network's tensor is cut out of."""
    return name if architecture.last_conv else name.replace("fc.", f"{SHORT_CLASSIFIER}.")


def cut(tensors: Tensors, architecture: Architecture) -> dict[str, torch.Tensor]:
    """The tensors of one network: the first channels of the shared ones, its kernels transformed. Gradients flow back."""
    found = {}
    for name, shape in shapes(architecture).items():
        if name.endswith("dw_conv.conv.weight"):
            found[name] = depthwise_kernel(tensors, name.removesuffix(".dw_conv.conv.weight"), shape[-1], shape[0])
        else:
            found[name] = tensors[_source(name, architecture)][tuple(map(slice, shape))]
    return found
