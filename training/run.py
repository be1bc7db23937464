"""Trains everything, in order. What is finished is kept, and what was begun is gone on with."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from accuracy import top1
from alone import train_alone
from architecture import Architecture
from data import all_training_images, held_out_images, training_images
from network import Input
from recipe import Plan
from together import Sandwich, train_supernet

# Chosen by choose_input.py: the best of six on the held-out images, at less cost than 32 pixels.
INPUT = Input(28, (1, 2, 2, 2, 1))
SUPERNET = Plan(epochs=10, size=INPUT.size, peak_rate=1.0)
# After the first part the networks in the middle were no better than the narrowest: they get more turns in the second.
REFINED = Plan(epochs=3, size=INPUT.size, peak_rate=0.3, seed=1)
# Where the first two parts were short: smaller batches meet twice as many random networks, and the matrices learn slowly.
CONTINUED = Plan(epochs=10, size=INPUT.size, batch=128, peak_rate=0.3, seed=2, matrix_rate=0.1)
# What the narrowest networks use stays as it is: what the largest gained in training together, they lost.
WIDENED = Plan(epochs=12, size=INPUT.size, batch=128, peak_rate=0.2, seed=3)
# The same recipe; as many epochs as there was time for.
ALONE = Plan(epochs=3, size=INPUT.size, peak_rate=1.0)

# Trained alone, from scratch, to see what inherited accuracies are worth: widths up to ×0.75, kernels and SE of many kinds.
ALONE_NETWORKS = {
    "x0.25 default": Architecture.of(0.25),
    "x0.25 smallest": Architecture.of(0.25, "3" * 13, "0" * 13, last_conv=False),
    "x0.25 SE everywhere": Architecture.of(0.25, se="1" * 13),
    "x0.35 kernel 7 everywhere": Architecture.of(0.35, "7" * 13),
    "x0.35 SE early": Architecture.of(0.35, se="1110000000000"),
    "x0.5 default": Architecture.of(0.5),
    "x0.5 kernel 3, no SE": Architecture.of(0.5, "3" * 13, "0" * 13),
    "x0.75 kernel 5 early": Architecture.of(0.75, "5555553333333"),
}


# The last part that the held-out images can judge: report.py compares networks trained alone with it.
JUDGED = "widened"
# The same once more with the held-out images too, after every choice: export.py ships its tensors.
SHIPPED = "whole"
ENDS = {JUDGED: training_images, SHIPPED: all_training_images}
RESULTS = Path(__file__).parent / "alone"


def file_name(name: str) -> str:
    return "alone-" + "".join(letter if letter.isalnum() else "-" for letter in name)


def try_alone(name: str, architecture: Architecture) -> None:
    """Trains one network alone and writes down its top-1 on the held-out images; passes over what is written down."""
    result = RESULTS / f"{file_name(name).removeprefix('alone-')}.json"
    if result.exists():
        return
    tensors = train_alone(file_name(name), architecture, INPUT, ALONE)
    found = {"name": name, "epochs": ALONE.epochs, "top1": top1(tensors, architecture, held_out_images(), INPUT)}
    RESULTS.mkdir(exist_ok=True)
    result.write_text(json.dumps(found) + "\n")


if __name__ == "__main__":
    torch.manual_seed(0)
    images = training_images()
    supernet = train_supernet("supernet", INPUT, SUPERNET, Sandwich(random_networks=1), images=images)
    twice = Sandwich(random_networks=2, largest_every=3)
    refined = train_supernet("refined", INPUT, REFINED, twice, images=images, start=lambda: supernet)
    continued = train_supernet("continued", INPUT, CONTINUED, Sandwich(random_networks=1), images=images, start=lambda: refined)
    wide = Sandwich(random_networks=1, largest_share=1.0, hold_narrowest=True)
    for part, seen in ENDS.items():
        train_supernet(part, INPUT, WIDENED, wide, images=seen(), start=lambda: continued)
    for name, architecture in ALONE_NETWORKS.items():
        try_alone(name, architecture)
