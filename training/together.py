"""Training the super-network: sandwich rule (Yu and Huang 2019, US-Nets) with in-place distillation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F

from architecture import LARGEST, SCALES, Architecture, sample
from data import Images
from network import Input, Parts, Tensors, batch_statistics, forward
from recipe import Batch, Plan, train
from supernet import cut, initial_supernet, used_by

GRADIENT_SHARE = 0.5


@dataclass(frozen=True)
class Sandwich:
    """Which networks a step trains: a random one of the narrowest always (unless they are held), and these."""

    random_networks: int
    # The largest network teaches at every step, and learns at every so many.
    largest_every: int = 1
    # What its gradient counts; that of each other network counts GRADIENT_SHARE.
    largest_share: float = GRADIENT_SHARE
    # What the narrowest networks use stays as it is, and only wider ones are trained.
    hold_narrowest: bool = False


def train_supernet(
    name: str,
    given: Input,
    plan: Plan,
    sandwich: Sandwich,
    *,
    images: Images,
    start: Callable[[], dict[str, torch.Tensor]] = initial_supernet,
) -> dict[str, torch.Tensor]:
    """The trained shared tensors. The largest network learns from labels, the others from labels and the largest alike."""

    scales = SCALES[1:] if sandwich.hold_narrowest else SCALES

    def scores(tensors: dict[str, torch.Tensor], architecture: Architecture, batch: Batch) -> torch.Tensor:
        weights = cut(tensors, architecture)
        largest = architecture is LARGEST
        return forward(weights, architecture, batch.images, strides=given.strides, normalise=batch_statistics(weights), drop=largest)

    def step(tensors: dict[str, torch.Tensor], batch: Batch) -> float:
        learns = batch.step % sandwich.largest_every == 0
        with torch.set_grad_enabled(learns):
            found = scores(tensors, LARGEST, batch)
            loss = F.cross_entropy(found, batch.labels)
        if learns:
            (loss * sandwich.largest_share).backward()
        target = 0.5 * (F.softmax(found.detach(), 1) + F.one_hot(batch.labels, found.shape[1]))
        narrowest = () if sandwich.hold_narrowest else (replace(sample(batch.rng), scale=min(SCALES)),)
        for architecture in (*narrowest, *(sample(batch.rng, scales) for _ in range(sandwich.random_networks))):
            (F.cross_entropy(scores(tensors, architecture, batch), target) * GRADIENT_SHARE).backward()
        return loss.item()

    def held(tensors: Tensors) -> Parts:
        return used_by(tensors, min(SCALES)) if sandwich.hold_narrowest else {}

    return train(name, start, step, images=images, plan=plan, held=held)
