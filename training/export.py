"""Puts the trained super-network and the images it is tried on where the app finds them, and writes down their sizes and hashes."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import struct
from pathlib import Path

import torch
from safetensors.torch import save_file

from data import FOLDER, SIZE, calibration_images
from recipe import WORK
from run import ENDS, SHIPPED, WIDENED

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "static"
TABLE = ROOT / "src/lib/core/trained/files.ts"

WEIGHTS = "weights/pplcnet-fashion-mnist"
IMAGES = "data/fashion-mnist/t10k-images-idx3-ubyte.gz"
LABELS = "data/fashion-mnist/t10k-labels-idx1-ubyte.gz"
CALIBRATION = "data/fashion-mnist/calibration-images-idx3-ubyte.gz"

HEAD = """\
// The files of trained networks, relative to the site: made by training/export.py, checked by `npm run weights:check`.

export interface DataFile {
  readonly path: string;
  /** Size as it is sent. */
  readonly bytes: number;
  /** SHA-256 of the content, unpacked. */
  readonly sha256: string;
}

"""


def half(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """What is shipped: 16 bits."""
    return {name: tensor.detach().to(torch.float16).contiguous() for name, tensor in tensors.items()}


def kept(part: str) -> dict[str, torch.Tensor]:
    """The tensors of one of the last parts of the training, once it is finished."""
    found = torch.load(WORK / f"{part}.pt", weights_only=True)
    steps = WIDENED.epochs * (len(ENDS[part]()) // WIDENED.batch)
    if found["step"] != steps:
        raise SystemExit(f"{part} is at step {found['step']} of {steps}: run training/run.py first")
    return found["tensors"]


def rounded(part: str) -> dict[str, torch.Tensor]:
    """The super-network of a part as the app gets it: rounded to 16 bits, computed with in 32."""
    return {name: tensor.float() for name, tensor in half(kept(part)).items()}


def _calibration() -> bytes:
    """An IDX file of bytes with three dimensions."""
    pixels = calibration_images().pixels
    header = struct.pack(">4B3I", 0, 0, 8, 3, len(pixels), SIZE, SIZE)
    return gzip.compress(header + pixels.numpy().tobytes(), compresslevel=9, mtime=0)


def _entry(name: str, path: str) -> str:
    content = (STATIC / path).read_bytes()
    plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    digest = hashlib.sha256(plain).hexdigest()
    return f"export const {name}: DataFile = {{\n  path: '{path}',\n  bytes: {len(content)},\n  sha256: '{digest}',\n}};\n"


def save_weights() -> str:
    """Where the weights were put: under a name that says their content, so that no browser takes old ones for damaged new ones."""
    unnamed = STATIC / f"{WEIGHTS}.safetensors"
    save_file(half(kept(SHIPPED)), unnamed, metadata={"licence": "Apache-2.0", "about": "see static/weights/README.md"})
    path = f"{WEIGHTS}-{hashlib.sha256(unnamed.read_bytes()).hexdigest()[:8]}.safetensors"
    for old in unnamed.parent.glob("*.safetensors"):
        if old != unnamed:
            old.unlink()
    unnamed.rename(STATIC / path)
    return path


def main() -> None:
    for path in (WEIGHTS, IMAGES):
        (STATIC / path).parent.mkdir(parents=True, exist_ok=True)
    weights = save_weights()
    for path in (IMAGES, LABELS):
        shutil.copyfile(FOLDER / Path(path).name, STATIC / path)
    (STATIC / CALIBRATION).write_bytes(_calibration())
    entries = (_entry(*pair) for pair in (("WEIGHTS", weights), ("IMAGES", IMAGES), ("LABELS", LABELS), ("CALIBRATION", CALIBRATION)))
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(HEAD + "\n".join(entries))


if __name__ == "__main__":
    main()
