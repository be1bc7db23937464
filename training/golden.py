"""Writes down what PyTorch gets from the shipped weights, for the app to be compared with: logits of random networks, top-1 of some."""

from __future__ import annotations

import json
import random
from pathlib import Path

from accuracy import calibrated, logits
from architecture import LARGEST, SMALLEST, Architecture, sample
from data import test_images
from export import rounded
from run import INPUT, SHIPPED
from supernet import cut

GOLDEN = Path(__file__).parent.parent / "tests/golden/fashion-mnist.json"
NETWORKS, IMAGES, SEED = 20, 16, 4
# Tried on all test images, for the report.
REPORTED = {
    "x0.25 default": Architecture.of(0.25),
    "x0.35 default": Architecture.of(0.35),
    "x0.5 default": Architecture.of(0.5),
    "x0.75 default": Architecture.of(0.75),
    "x1 default": Architecture.of(1.0),
    "smallest": SMALLEST,
    "largest": LARGEST,
}


def main() -> None:
    supernet, images, rng = rounded(SHIPPED), test_images(), random.Random(SEED)

    def scores(architecture: Architecture, count: int):
        ready = calibrated(cut(supernet, architecture), architecture, INPUT)
        return logits(ready, architecture, images.pixels[:count], INPUT)

    networks = []
    for architecture in (sample(rng) for _ in range(NETWORKS)):
        rows = [[round(value, 5) for value in row] for row in scores(architecture, IMAGES).tolist()]
        networks.append({"options": architecture.options, "logits": rows})
    accuracies = []
    for name, architecture in REPORTED.items():
        right = (scores(architecture, len(images)).argmax(1) == images.labels).sum().item()
        accuracies.append({"name": name, "options": architecture.options, "top1": 100 * right / len(images)})
        print(name, accuracies[-1]["top1"], flush=True)
    lines = ",\n".join("    " + json.dumps(entry) for entry in networks)
    others = ",\n".join("    " + json.dumps(entry) for entry in accuracies)
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text('{\n  "networks": [\n' + lines + '\n  ],\n  "accuracies": [\n' + others + "\n  ]\n}\n")


if __name__ == "__main__":
    main()
