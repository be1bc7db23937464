"""Fashion-MNIST (Zalando, MIT licence) from the files of Debian's package dataset-fashion-mnist."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

FOLDER = Path("/usr/share/datasets/fashion-mnist")
HELD_OUT = 5_000
CALIBRATION = 512
SIZE = 28
# Mean and standard deviation of all pixels of the training images, as numbers from 0 to 1.
MEAN, DEVIATION = 0.2860, 0.3530


@dataclass(frozen=True)
class Images:
    """pixels: [N, 28, 28] bytes; labels: [N] from 0 to 9."""

    pixels: torch.Tensor
    labels: torch.Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: slice | torch.Tensor) -> Images:
        return Images(self.pixels[index], self.labels[index])


def _read(name: str) -> np.ndarray:
    path = FOLDER / name
    if not path.exists():
        raise SystemExit(f"{path} is missing: apt-get install dataset-fashion-mnist")
    data = gzip.decompress(path.read_bytes())
    dimensions = data[3]
    shape = np.frombuffer(data, ">u4", dimensions, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * dimensions).reshape(shape)


def _images(prefix: str) -> Images:
    pixels = torch.from_numpy(_read(f"{prefix}-images-idx3-ubyte.gz").copy())
    return Images(pixels, torch.from_numpy(_read(f"{prefix}-labels-idx1-ubyte.gz").astype(np.int64)))


def training_images() -> Images:
    """The first 55,000 training images."""
    return _images("train")[: 60_000 - HELD_OUT]


def held_out_images() -> Images:
    """The last 5,000 training images: every choice is made with these."""
    return _images("train")[60_000 - HELD_OUT :]


def all_training_images() -> Images:
    """All 60,000, the held-out ones among them: for when nothing is left to choose."""
    return _images("train")


def test_images() -> Images:
    """The 10,000 test images: for the final report only."""
    return _images("t10k")


def calibration_images() -> Images:
    """The first 512 training images: batch norm takes its statistics from them."""
    return training_images()[:CALIBRATION]


def to_input(pixels: torch.Tensor, size: int = SIZE) -> torch.Tensor:
    """[N, 28, 28] bytes → [N, 1, size, size], zeros around where size is larger, then (pixel/255 − mean) / deviation."""
    margin = (size - SIZE) // 2
    padded = torch.nn.functional.pad(pixels, (margin,) * 4)
    scaled = (padded.float() / 255 - MEAN) / DEVIATION
    return scaled.unsqueeze(1).contiguous(memory_format=torch.channels_last)


def augmented(pixels: torch.Tensor, generator: torch.Generator, shift: int = 2) -> torch.Tensor:
    """Each image mirrored or not, and moved by up to `shift` pixels. [N, 28, 28] bytes."""
    count = len(pixels)
    padded = torch.nn.functional.pad(pixels, (shift,) * 4)
    rows, columns = (torch.randint(0, 2 * shift + 1, (count, 1), generator=generator) + torch.arange(SIZE) for _ in range(2))
    mirrored = torch.rand(count, 1, generator=generator) < 0.5
    columns = torch.where(mirrored, columns.flip(1), columns)
    return padded[torch.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]]
