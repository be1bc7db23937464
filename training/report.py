"""Inherited against stand-alone accuracy on the held-out images, and Kendall's tau of the two orders; prints the table of REPORT.md."""

from __future__ import annotations

import json
from itertools import combinations

from accuracy import top1
from data import held_out_images
from export import shipped
from run import ALONE_NETWORKS, INPUT, RESULTS
from supernet import cut


def kendall(pairs: list[tuple[float, float]]) -> float:
    """Tau-b of two orders (Kendall 1945)."""
    signs = [((a > c) - (a < c), (b > d) - (b < d)) for (a, b), (c, d) in combinations(pairs, 2)]
    agreement = sum(x * y for x, y in signs)
    return agreement / (sum(x != 0 for x, _ in signs) * sum(y != 0 for _, y in signs)) ** 0.5


def main() -> None:
    alone = {found["name"]: found["top1"] for found in (json.loads(path.read_text()) for path in RESULTS.glob("*.json"))}
    supernet, images = shipped(), held_out_images()
    pairs = []
    print("| network | inherited | alone |\n| --- | ---: | ---: |")
    for name, architecture in ALONE_NETWORKS.items():
        if name not in alone:
            continue
        pairs.append((top1(cut(supernet, architecture), architecture, images, INPUT), alone[name]))
        print(f"| {name} | {pairs[-1][0]:.2f} % | {pairs[-1][1]:.2f} % |", flush=True)
    difference = sum(abs(a - b) for a, b in pairs) / len(pairs)
    print(f"\n{len(pairs)} networks, Kendall's tau {kendall(pairs):.2f}, mean absolute difference {difference:.2f} points")


if __name__ == "__main__":
    main()
