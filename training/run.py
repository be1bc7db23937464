"""Trains everything, in order. What is finished is kept, and what was begun is gone on with."""

from __future__ import annotations

import torch

from network import Input
from recipe import Plan
from together import train_supernet

# Chosen by choose_input.py: the best of six on the held-out images, at less cost than 32 pixels.
INPUT = Input(28, (1, 2, 2, 2, 1))
SUPERNET = Plan(epochs=10, size=INPUT.size, peak_rate=1.0)

if __name__ == "__main__":
    torch.manual_seed(0)
    train_supernet("supernet", INPUT, SUPERNET)
