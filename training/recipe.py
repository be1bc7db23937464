"""The recipe that the super-network and networks alone share: SGD, one learning-rate cycle, light augmentation, and work that can be resumed."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from data import Images, augmented, to_input
from network import Parts, Tensors, is_transformation

# Where unfinished work is kept; set LCNET_WORK to keep it elsewhere.
WORK = Path(os.environ.get("LCNET_WORK", Path(__file__).parent / "work"))
CHECKPOINT_STEPS = 50


@dataclass(frozen=True)
class Plan:
    """What decides a training run, beside the network. Equal plans give equal weights on one machine."""

    epochs: int
    size: int
    batch: int = 256
    peak_rate: float = 0.2
    warm_up: float = 0.15
    momentum: float = 0.9
    weight_decay: float = 2e-4
    seed: int = 0
    # Share of the learning rate for the matrices that make small kernels of large ones: all channels of a block hang on each.
    matrix_rate: float = 1.0

    def rate(self, done: float) -> float:
        """Learning rate after that share of the run: up in a line, then down along a cosine."""
        if done < self.warm_up:
            return self.peak_rate * done / self.warm_up
        falling = (done - self.warm_up) / (1 - self.warm_up)
        return self.peak_rate * 0.5 * (1 + float(torch.cos(torch.tensor(falling * torch.pi))))


@dataclass(frozen=True)
class Batch:
    """images: [N, 1, H, W] normalised; labels: [N]; rng: for what else the step draws; step: its number."""

    images: torch.Tensor
    labels: torch.Tensor
    rng: random.Random
    step: int


# Adds the gradients of one batch to the tensors; returns a loss to show.
Step = Callable[[dict[str, torch.Tensor], Batch], float]


def _batch(images: Images, plan: Plan, step: int) -> Batch:
    """The batch of a step depends on plan and step alone, so that a resumed run goes on with the same ones."""
    per_epoch = len(images) // plan.batch
    epoch, index = divmod(step, per_epoch)
    order = torch.randperm(len(images), generator=torch.Generator().manual_seed(1_000 * plan.seed + epoch))
    chosen = images[order[index * plan.batch : (index + 1) * plan.batch]]
    seed = 1_000_000 * (plan.seed + 1) + step
    pixels = augmented(chosen.pixels, torch.Generator().manual_seed(seed))
    return Batch(to_input(pixels, plan.size), chosen.labels, random.Random(seed), step)


def _groups(tensors: dict[str, torch.Tensor], plan: Plan) -> list[dict[str, object]]:
    """Convolutions and classifiers decay; batch norm, biases and kernel transformations (which start as the identity) do not."""
    decayed, matrices, others = [], [], []
    for name, tensor in tensors.items():
        (matrices if is_transformation(name) else decayed if name.endswith(".weight") and tensor.dim() > 1 else others).append(tensor)
    return [
        {"params": decayed, "weight_decay": plan.weight_decay, "share": 1.0},
        {"params": others, "weight_decay": 0.0, "share": 1.0},
        {"params": matrices, "weight_decay": 0.0, "share": plan.matrix_rate},
    ]


def train(
    name: str,
    initial: Callable[[], dict[str, torch.Tensor]],
    step: Step,
    *,
    images: Images,
    plan: Plan,
    held: Callable[[Tensors], Parts] = lambda _: {},
    report: Callable[[str], None] = print,
) -> dict[str, torch.Tensor]:
    """Trains all but the parts that are held, or goes on where an earlier run of the same name and plan was stopped. Returns the trained tensors."""
    path = WORK / f"{name}.pt"
    torch.manual_seed(plan.seed)
    tensors = {key: tensor.clone().requires_grad_() for key, tensor in initial().items()}
    optimiser = torch.optim.SGD(_groups(tensors, plan), lr=0.0, momentum=plan.momentum, nesterov=True)
    first = _resume(path, tensors, optimiser, plan)
    parts = held(tensors)
    before = {key: tensors[key][part].detach().clone() for key, part in parts.items()}
    steps = plan.epochs * (len(images) // plan.batch)
    since, shown = time.monotonic(), first
    for index in range(first, steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate(index / steps) * group["share"]
        optimiser.zero_grad()
        torch.manual_seed(1_000_000 * (plan.seed + 1) + index)
        loss = step(tensors, _batch(images, plan, index))
        optimiser.step()
        with torch.no_grad():
            for key, values in before.items():
                tensors[key][parts[key]] = values
        if (index + 1) % CHECKPOINT_STEPS == 0 or index + 1 == steps:
            _keep(path, {"plan": asdict(plan), "step": index + 1, "tensors": tensors, "optimiser": optimiser.state_dict()})
            seconds = (time.monotonic() - since) / (index + 1 - shown)
            since, shown = time.monotonic(), index + 1
            left = (steps - index - 1) * seconds / 60
            report(f"{name}: step {index + 1} of {steps}, loss {loss:.3f}, {seconds:.2f} s a step, {left:.0f} min left")
    return {key: tensor.detach() for key, tensor in tensors.items()}


def _resume(path: Path, tensors: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer, plan: Plan) -> int:
    if not path.exists():
        return 0
    kept = torch.load(path, weights_only=True)
    if kept["plan"] != asdict(plan):
        raise SystemExit(f"{path} is of another plan ({kept['plan']}): move it away to start anew")
    with torch.no_grad():
        for name, tensor in tensors.items():
            tensor.copy_(kept["tensors"][name])
    optimiser.load_state_dict(kept["optimiser"])
    return kept["step"]


def _keep(path: Path, state: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)
