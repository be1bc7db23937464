"""Run the generated Python code of random networks and compare it with this program.

From the repository's root, with tests/interop/requirements-code.txt installed:

    python tests/interop/check_code.py

draws networks (codeCases.ts), runs each in its framework with the same weights and input as the
reference engine, compares logits and counts of trainable parameters, and writes REPORT-code.md.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import platform
import runpy
import subprocess
import sys
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

HERE = Path(__file__).parent
TOLERANCE = 1e-4
FRAMEWORKS = {"pytorch": "torch", "paddle": "paddlepaddle", "keras": "keras"}
KERAS_BACKEND = os.environ.setdefault("KERAS_BACKEND", "torch")
LINTED = "E,F,I,W,UP,B,SIM,C4,RUF,ANN"


def scores(framework: str, model: object, images: np.ndarray) -> np.ndarray:
    """Class scores of images [N, H, W, C] at inference."""
    if framework == "keras":
        import keras

        return keras.ops.convert_to_numpy(model(images))
    model.eval()
    channels_first = np.ascontiguousarray(images.transpose(0, 3, 1, 2))
    if framework == "pytorch":
        import torch

        with torch.inference_mode():
            return model(torch.from_numpy(channels_first)).numpy()
    import paddle

    with paddle.no_grad():
        return model(paddle.to_tensor(channels_first)).numpy()


def refuses(code: dict, weights: Path, change: str) -> bool:
    """Whether weights with a tensor missing, added or of another shape are refused."""
    tensors = load_file(weights)
    last = list(tensors)[-1]
    if change == "missing":
        del tensors[last]
    elif change == "added":
        tensors["more.weight"] = tensors[last]
    else:
        tensors[last] = np.zeros(tensors[last].shape[0] + 1, np.float32)
    with (
        tempfile.TemporaryDirectory() as directory,
        warnings.catch_warnings(action="ignore"),
    ):
        path = Path(directory) / "changed.safetensors"
        save_file(tensors, path)
        try:
            code["load_weights"](code["model"], str(path))
        except (RuntimeError, ValueError, KeyError):
            return True
    return False


def run(network: dict, framework: str, directory: Path) -> dict:
    """Run one file as a script, then its model."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = runpy.run_path(
            str(directory / network["files"][framework]), run_name="__main__"
        )
    weights = directory / f"{network['name']}.weights.safetensors"
    changes = ("missing", "added", "reshaped")
    refused = all(refuses(code, weights, change) for change in changes)
    code["load_weights"](code["model"], str(weights))
    expected = load_file(directory / f"{network['name']}.run.safetensors")
    found = scores(framework, code["model"], expected["input"])
    return {
        "network": network["name"],
        "framework": framework,
        "parameters": int(printed.getvalue().split()[0].replace(",", "")),
        "difference": float(np.abs(found - expected["logits"]).max()),
        "refused": refused,
    }


def run_framework(framework: str, directory: Path) -> list[dict]:
    """Run all files of a framework in a process of their own: the libraries do not mix."""
    command = [sys.executable, __file__, framework, str(directory)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def lint(directory: Path) -> str:
    """What ruff says of form and content of all files; nothing if it has nothing to say."""
    ruff = [sys.executable, "-m", "ruff"]
    commands = [
        [*ruff, "format", "--isolated", "--check", "--quiet", str(directory)],
        [*ruff, "check", "--isolated", "--quiet", "--select", LINTED, str(directory)],
    ]
    return "".join(
        subprocess.run(c, stdout=subprocess.PIPE, text=True).stdout for c in commands
    )


def table(networks: list[dict], results: list[dict]) -> list[str]:
    """A row per network, a column per framework."""
    differences = {
        (r["network"], r["framework"]): f"{r['difference']:.1e}" for r in results
    }
    lines = [
        f"| network | parameters | {' | '.join(FRAMEWORKS)} | settings |",
        f"| --- | ---: | {' | '.join(['---:'] * len(FRAMEWORKS))} | --- |",
    ]
    for network in networks:
        found = [
            differences.get((network["name"], framework), "")
            for framework in FRAMEWORKS
        ]
        settings = " ".join(network["options"])
        cells = [network["name"], f"{network['parameters']:,}", *found, f"`{settings}`"]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def report(networks: list[dict], results: list[dict], findings: str) -> str:
    packages = [*FRAMEWORKS.values(), "safetensors", "numpy", "ruff"]
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    counts = {network["name"]: network["parameters"] for network in networks}
    equal = sum(r["parameters"] == counts[r["network"]] for r in results)
    worst = max(results, key=lambda r: r["difference"])
    refused = sum(r["refused"] for r in results)
    return "\n".join(
        [
            "# Generated code, run",
            "",
            f"Made by `python tests/interop/check_code.py` with Python {platform.python_version()}, {versions}; Keras on {KERAS_BACKEND}.",
            "",
            "Corner cases and random networks, written as Python by `src/lib/core/code`, run with the weights and the input of this",
            "program's reference engine. Columns of frameworks: the largest difference of a logit.",
            "",
            f"- {len(networks)} networks, {len(results)} files. Largest difference: {worst['difference']:.1e} ({worst['network']}, {worst['framework']}); allowed: {TOLERANCE:.0e}.",
            f"- The number of trainable parameters that a file prints is this program's in {equal} of {len(results)}.",
            f"- Weights with a tensor missing, added or of another shape are refused by {refused} of {len(results)}.",
            f"- `ruff format --check` and `ruff check --select {LINTED}`: {findings or 'nothing to say.'}",
            "",
            *table(networks, results),
            "",
        ]
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        subprocess.run(
            ["npx", "tsx", HERE / "codeCases.ts", name],
            check=True,
            cwd=HERE.parent.parent,
        )
        networks = json.loads((directory / "networks.json").read_text())
        results = [
            r for framework in FRAMEWORKS for r in run_framework(framework, directory)
        ]
        findings = lint(directory)
    (HERE / "REPORT-code.md").write_text(report(networks, results, findings))
    counts = {network["name"]: network["parameters"] for network in networks}
    failed = [
        r
        for r in results
        if not (
            r["difference"] <= TOLERANCE
            and r["parameters"] == counts[r["network"]]
            and r["refused"]
        )
    ]
    for result in failed:
        print(json.dumps(result), file=sys.stderr)
    print(findings, end="", file=sys.stderr)
    print(f"{len(results) - len(failed)} of {len(results)} files agree")
    return 1 if failed or findings else 0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        framework, directory = sys.argv[1], Path(sys.argv[2])
        networks = json.loads((directory / "networks.json").read_text())
        written = [network for network in networks if framework in network["files"]]
        print(json.dumps([run(network, framework, directory) for network in written]))
    else:
        sys.exit(main())
