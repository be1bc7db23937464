"""Training one network alone, from scratch."""

from __future__ import annotations

import torch
import torch.nn.functional as F

from architecture import Architecture
from data import training_images
from network import Input, batch_statistics, forward, initial, shapes
from recipe import Batch, Plan, train


def train_alone(name: str, architecture: Architecture, given: Input, plan: Plan) -> dict[str, torch.Tensor]:
    """The trained tensors, without batch norm's statistics."""

    def step(tensors: dict[str, torch.Tensor], batch: Batch) -> float:
        scores = forward(tensors, architecture, batch.images, strides=given.strides, normalise=batch_statistics(tensors), drop=True)
        loss = F.cross_entropy(scores, batch.labels)
        loss.backward()
        return loss.item()

    def start() -> dict[str, torch.Tensor]:
        return {key: initial(key, shape) for key, shape in shapes(architecture).items()}

    return train(name, start, step, images=training_images(), plan=plan)
