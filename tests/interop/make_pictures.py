"""Writes tests/fixtures/pictures/resized.json: windows of small pictures as OpenCV (by PaddleClas' steps) and Pillow (by torchvision's) resize them.

pip install pillow opencv-python-headless numpy; python tests/interop/make_pictures.py
"""

import json
from importlib.metadata import version
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

CASES = [((50, 37), 12), ((37, 50), 20), ((9, 7), 24), ((301, 200), 16)]
SHARE = 0.875


def picture(width: int, height: int) -> np.ndarray:
    """The formula that tests/core/image/resample.test.ts repeats. [height, width, 3] bytes."""
    y, x = np.mgrid[:height, :width]
    return np.stack([(7 * x + 13 * y) % 256, (x * x + 3 * y) % 256, (x * y) % 256], -1).astype(np.uint8)


def paddleclas(image: np.ndarray, side: int) -> np.ndarray:
    height, width, _ = image.shape
    percent = round(side / SHARE) / min(width, height)
    resized = cv2.resize(image, (round(width * percent), round(height * percent)), interpolation=cv2.INTER_LINEAR)
    top, left = (resized.shape[0] - side) // 2, (resized.shape[1] - side) // 2
    return resized[top : top + side, left : left + side]


def torchvision(image: np.ndarray, side: int, resample: Image.Resampling) -> np.ndarray:
    height, width, _ = image.shape
    short = int(side / SHARE)
    size = (short, int(short * height / width)) if width <= height else (int(short * width / height), short)
    resized = np.asarray(Image.fromarray(image).resize(size, resample))
    top, left = round((resized.shape[0] - side) / 2.0), round((resized.shape[1] - side) / 2.0)
    return resized[top : top + side, left : left + side]


if __name__ == "__main__":
    found = [
        {"size": size, "side": side, "resize": resize, "bytes": window.reshape(-1).tolist()}
        for size, side in CASES
        for resize, window in [
            ("opencv-linear", paddleclas(picture(*size), side)),
            ("pillow-bilinear", torchvision(picture(*size), side, Image.Resampling.BILINEAR)),
            ("pillow-bicubic", torchvision(picture(*size), side, Image.Resampling.BICUBIC)),
        ]
    ]
    versions = {name: version(name) for name in ("pillow", "opencv-python-headless")}
    path = Path(__file__).parents[1] / "fixtures/pictures/resized.json"
    path.write_text(json.dumps({"versions": versions, "windows": found}) + "\n")
