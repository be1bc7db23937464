"""Which input size and which strides: x0.5 trained for a few epochs with each, judged on the held-out images."""

from __future__ import annotations

import json
import sys
import time

import torch

from accuracy import top1
from alone import train_alone
from architecture import Architecture
from data import held_out_images
from network import Input
from recipe import WORK, Plan

EPOCHS = 4
CANDIDATES = (
    Input(28, (1, 2, 2, 2, 2)),
    Input(28, (2, 1, 2, 2, 2)),
    Input(28, (1, 2, 2, 2, 1)),
    Input(28, (2, 2, 2, 1, 1)),
    Input(28, (2, 2, 1, 2, 1)),
    Input(32, (1, 2, 2, 2, 2)),
)


def main(chosen: list[int]) -> None:
    architecture = Architecture.of(0.5)
    for given in (CANDIDATES[index] for index in chosen):
        name = f"input-{given.size}-{''.join(map(str, given.strides))}"
        found = WORK / f"{name}.json"
        if found.exists():
            continue
        started = time.process_time()
        tensors = train_alone(name, architecture, given, Plan(epochs=EPOCHS, size=given.size))
        seconds = time.process_time() - started
        result = {"size": given.size, "strides": given.strides, "epochs": EPOCHS, "cpu_seconds": round(seconds)}
        found.write_text(json.dumps(result | {"top1": top1(tensors, architecture, held_out_images(), given)}) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main([int(index) for index in sys.argv[1:]] or list(range(len(CANDIDATES))))
