"""Accuracy of one network's weights on a set of images."""

from __future__ import annotations

import torch

from architecture import Architecture
from data import Images, calibration_images, to_input
from network import Input, Tensors, forward, kept_statistics, recalibrated

BATCH = 500


@torch.no_grad()
def logits(tensors: Tensors, architecture: Architecture, pixels: torch.Tensor, given: Input) -> torch.Tensor:
    """[N, 10] class scores of [N, 28, 28] bytes; batch norm's statistics must be among the tensors."""
    parts = [
        forward(tensors, architecture, to_input(part, given.size), strides=given.strides, normalise=kept_statistics(tensors))
        for part in pixels.split(BATCH)
    ]
    return torch.cat(parts)


def calibrated(tensors: Tensors, architecture: Architecture, given: Input) -> dict[str, torch.Tensor]:
    """The weights with batch norm's statistics from the 512 calibration images."""
    return recalibrated(tensors, architecture, to_input(calibration_images().pixels, given.size), given.strides)


def top1(tensors: Tensors, architecture: Architecture, images: Images, given: Input) -> float:
    """Share of images, in percent, whose highest score is that of their label; batch norm is recalibrated first."""
    ready = calibrated(tensors, architecture, given)
    return 100 * float((logits(ready, architecture, images.pixels, given).argmax(1) == images.labels).float().mean())
