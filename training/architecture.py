"""The networks that can be cut out of the super-network: PP-LCNet with elastic scale, kernels, SE and last convolution."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

SCALES = (0.25, 0.35, 0.5, 0.75, 1.0)
KERNELS = (3, 5, 7)
STEM = 16
LAST_CONV = 1280
SE_REDUCTION = 4

# Table 1 of the PP-LCNet paper (arXiv 2109.15099): stage, output channels at scale 1, blocks.
STAGES = (("blocks2", 32, 1), ("blocks3", 64, 2), ("blocks4", 128, 2), ("blocks5", 256, 6), ("blocks6", 512, 2))
BLOCKS = tuple(f"{stage}.{index}" for stage, _, count in STAGES for index in range(count))
DEFAULT_KERNELS = "3333335555555"
DEFAULT_SE = "0000000000011"


def make_divisible(value: float, divisor: int = 8) -> int:
    """PaddleClas's rounding: the nearest multiple of 8, never below 90 % of the value."""
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


@dataclass(frozen=True)
class Architecture:
    scale: float = 1.0
    kernels: tuple[int, ...] = tuple(map(int, DEFAULT_KERNELS))
    se: tuple[bool, ...] = tuple(digit == "1" for digit in DEFAULT_SE)
    last_conv: bool = True

    @classmethod
    def of(cls, scale: float, kernels: str = DEFAULT_KERNELS, se: str = DEFAULT_SE, last_conv: bool = True) -> Architecture:
        """From the strings that the command line and the page's address use."""
        return cls(scale, tuple(map(int, kernels)), tuple(digit == "1" for digit in se), last_conv)

    @property
    def options(self) -> dict[str, object]:
        """The options of `lcnet` that give this network."""
        return {
            "scale": self.scale,
            "kernels": "".join(map(str, self.kernels)),
            "se": "".join("1" if on else "0" for on in self.se),
            "last-conv": LAST_CONV if self.last_conv else 0,
        }

    @property
    def stem(self) -> int:
        return make_divisible(STEM * self.scale)

    @property
    def channels(self) -> tuple[int, ...]:
        """Output channels of each block."""
        return tuple(make_divisible(width * self.scale) for _, width, count in STAGES for _ in range(count))


LARGEST = Architecture.of(1.0, "7" * 13, "1" * 13)
SMALLEST = Architecture.of(0.25, "3" * 13, "0" * 13, last_conv=False)


def sample(rng: random.Random, scales: tuple[float, ...] = SCALES) -> Architecture:
    """A random sub-network of one of these scales. Half of them choose kernels and SE for each block alone; the others one for early and one for late blocks."""
    return Architecture(rng.choice(scales), _per_block(rng, KERNELS), _per_block(rng, (False, True)), rng.random() < 0.5)


def _per_block(rng: random.Random, choices: tuple[T, ...]) -> tuple[T, ...]:
    if rng.random() < 0.5:
        return tuple(rng.choice(choices) for _ in BLOCKS)
    turn, early, late = rng.randint(0, len(BLOCKS)), rng.choice(choices), rng.choice(choices)
    return tuple(early if index < turn else late for index in range(len(BLOCKS)))
