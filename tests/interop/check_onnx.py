"""Check exported ONNX files with the `onnx` package, and run them in ONNX Runtime beside this program.

From the repository's root, with tests/interop/requirements-check-onnx.txt installed:

    python tests/interop/check_onnx.py

exports every family at three widths and 30 random PP-LCNets (`lcnet export`), checks each file (full check, strict shape
inference), compares ONNX Runtime's logits with those of `lcnet forward` on the same input, and writes REPORT-onnx.md.
"""

from __future__ import annotations

import platform
import random
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from safetensors.numpy import load_file, save_file

HERE = Path(__file__).parent
TOLERANCE = 1e-4
FAMILIES = ["pplcnet", "mobilenetv1", "mobilenetv2", "mobilenetv3-small", "mobilenetv3-large", "shufflenetv2", "ghostnet"]
WIDTHS = ["0.5", "1", "0.3"]
ACTIVATIONS = ["hardswish", "relu", "relu6", "leakyrelu", "prelu", "elu", "swish"]


def lcnet(*args: str) -> None:
    subprocess.run(["node", "bin/lcnet.js", *args], cwd=HERE.parents[1], check=True)


def random_pplcnet(draw: random.Random) -> list[str]:
    return [
        "--scale", draw.choice(["0.25", "0.35", "0.5", "0.75"]),
        "--resolution", draw.choice(["64", "49x65", "96"]),
        "--kernels", "".join(draw.choice("357") for _ in range(13)),
        "--se", "".join(draw.choice("01") for _ in range(13)),
        "--activation", draw.choice(ACTIVATIONS),
        "--gate", draw.choice(["relu6", "keras2", "clip"]),
        "--padding", draw.choice(["symmetric", "same"]),
        "--last-conv", draw.choice(["0", "320", "1280"]),
        "--dropout-mode", draw.choice(["downscale", "inverted"]),
        "--classes", draw.choice(["5", "100"]),
    ]  # fmt: skip


def cases() -> list[tuple[str, list[str], str]]:
    """Name, options of the architecture, form of batch norms."""
    forms = ["folded", "kept"]
    known = [
        (f"{family} x{width}", ["--family", family, "--scale", width, "--resolution", "96"], forms[i % 2])
        for family in FAMILIES
        for i, width in enumerate(WIDTHS)
    ]
    draw = random.Random(1)
    return known + [(f"random PP-LCNet {i}", random_pplcnet(draw), forms[i % 2]) for i in range(30)]


def largest_gap(folder: Path, options: list[str], norms: str) -> float:
    """Of logits, relative to the largest where that is above 1; raises where the file is not in order."""
    model_path, input_path, output_path = (folder / name for name in ("model.onnx", "input.safetensors", "output.safetensors"))
    weights = ["--seed", "1"]
    lcnet("export", "--format", "onnx", "--norms", norms, "--batch", "N", *options, *weights, "--out", str(model_path))
    model = onnx.load(model_path)
    onnx.checker.check_model(model, full_check=True)
    onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
    session = onnxruntime.InferenceSession(model_path, providers=["CPUExecutionProvider"])
    _, *sizes = session.get_inputs()[0].shape
    images = np.random.default_rng(1).standard_normal((2, *sizes), dtype=np.float32)
    save_file({"input": images}, input_path)
    lcnet("forward", *options, *weights, "--input", str(input_path), "--out", str(output_path))
    expected = load_file(output_path)["output"]
    (found,) = session.run(["output"], {"input": images})
    return float(np.abs(found - expected).max() / max(1.0, np.abs(expected).max()))


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, options, norms in cases():
            gap = largest_gap(Path(folder), options, norms)
            rows.append((name, norms, gap))
            print(f"{name}, {norms}: {gap:.1e}", flush=True)
    versions = ", ".join(f"{name} {version(name)}" for name in ("onnx", "onnxruntime", "numpy"))
    bad = [name for name, _, gap in rows if gap > TOLERANCE]
    lines = [
        "# Exported ONNX files, checked and run",
        "",
        f"`python tests/interop/check_onnx.py`; {versions}, Python {platform.python_version()}.",
        "",
        f"{len(rows) - len(bad)} of {len(rows)} files pass `onnx.checker` (full) and strict shape inference, and give logits",
        f"within {TOLERANCE} of this program's (relative to the largest logit where that is above 1), batch 2.",
        f"Largest difference: {max(gap for _, _, gap in rows):.1e}.",
        "",
        "| network | batch norms | largest difference |",
        "| --- | --- | ---: |",
        *(f"| {name} | {norms} | {gap:.1e} |" for name, norms, gap in rows),
        "",
    ]
    (HERE / "REPORT-onnx.md").write_text("\n".join(lines))
    if bad:
        raise SystemExit(f"apart: {', '.join(bad)}")


if __name__ == "__main__":
    main()
