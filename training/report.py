"""Inherited against stand-alone accuracy on the held-out images, and Kendall's tau of the two orders: for REPORT.md, and for the app to say.

Of the weights before the last part of the training, which those images were added for.
"""

from __future__ import annotations

import json
from itertools import combinations

from accuracy import top1
from architecture import Architecture
from data import held_out_images
from export import ROOT, rounded
from run import ALONE, ALONE_NETWORKS, INPUT, JUDGED, RESULTS
from supernet import cut


def kendall(pairs: list[tuple[float, float]]) -> float:
    """Tau-b of two orders (Kendall 1945)."""
    signs = [((a > c) - (a < c), (b > d) - (b < d)) for (a, b), (c, d) in combinations(pairs, 2)]
    agreement = sum(x * y for x, y in signs)
    return agreement / (sum(x != 0 for x, _ in signs) * sum(y != 0 for _, y in signs)) ** 0.5


def label(architecture: Architecture) -> str:
    """The network in the options of `lcnet` that differ from the default's, which are the same in every language."""
    standard = Architecture().options
    changed = [f"{option} {value}" for option, value in architecture.options.items() if option != "scale" and value != standard[option]]
    return " · ".join([f"×{architecture.scale:g}", *changed])


TABLE = ROOT / "src/lib/core/trained/alone.ts"

HEAD = """\
// Networks trained alone, to see what accuracies of shared weights are worth: made by training/report.py, told in training/REPORT.md.

/** Top-1 in percent on the 5,000 held-out images; `inherited` before these were added for the last part of the training. */
export interface TrainedAlone {
  readonly name: string;
  readonly inherited: number;
  readonly alone: number;
}

"""


def main() -> None:
    alone = {found["name"]: found["top1"] for found in (json.loads(path.read_text()) for path in RESULTS.glob("*.json"))}
    supernet, images = rounded(JUDGED), held_out_images()
    rows = []
    print("| network | inherited | alone |\n| --- | ---: | ---: |")
    for name, architecture in ALONE_NETWORKS.items():
        if name not in alone:
            continue
        rows.append((label(architecture), top1(cut(supernet, architecture), architecture, images, INPUT), alone[name]))
        print("| {} | {:.2f} % | {:.2f} % |".format(*rows[-1]), flush=True)
    tau = kendall([(inherited, found) for _, inherited, found in rows])
    difference = sum(abs(inherited - found) for _, inherited, found in rows) / len(rows)
    print(f"\n{len(rows)} networks, Kendall's tau {tau:.2f}, mean absolute difference {difference:.2f} points")
    listed = "".join(f"  {{ name: '{name}', inherited: {inherited:.2f}, alone: {found:.2f} }},\n" for name, inherited, found in rows)
    found = f"  epochs: {ALONE.epochs},\n  /** Kendall's tau-b of the two orders. */\n  tau: {tau:.2f},\n"
    difference_line = f"  /** Mean absolute difference, in points. */\n  difference: {difference:.2f},\n"
    summary = f"export const INHERITED = {{\n{found}{difference_line}}} as const;\n"
    TABLE.write_text(f"{HEAD}export const TRAINED_ALONE: readonly TrainedAlone[] = [\n{listed}];\n\n{summary}")


if __name__ == "__main__":
    main()
