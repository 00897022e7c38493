"""Make a bank of N synthetic items for measurements: `python bench/synthetic_bank.py N DIR`.

The items are spread over the leaves of the shipped outline, one file a leaf as in the real bank,
alternating between choice, numeric and card.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from dlprep.bank.locate import find_roots
from dlprep.bank.registries import leaves, read_registry
from dlprep.model.outline import Outline

SENTENCES = 4


def text(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh * SENTENCES, "en": en * SENTENCES}


def common(leaf: str, number: int, kind: str) -> dict[str, object]:
    return {
        "id": f"{leaf}.synthetic-{number}",
        "kind": kind,
        "topic": f"synthetic topic {number % 7}",
        "difficulty": number % 5 + 1,
        "frequency": number % 3 + 1,
        "prompt": text("批大小为 $N$ 时梯度是什么？", "What is the gradient for a batch of $N$? "),
        "explanation": text("因为 $∂L/∂z = (p − y)/N$。", "Because $∂L/∂z = (p − y)/N$. "),
        "references": ["Goodfellow, Bengio, Courville 2016, Deep Learning, §6.2"],
        "verified": "draft",
    }


def choice(leaf: str, number: int) -> dict[str, object]:
    options = [
        {"key": f"option-{n}", "zh": f"$p − {n}$", "en": f"$p − {n}$", "right": n == 0}
        | {"why": {"zh": "理由 $p$。", "en": "A reason for $p$."}}
        for n in range(4)
    ]
    return common(leaf, number, "choice") | {"options": options}


def numeric(leaf: str, number: int) -> dict[str, object]:
    wrong = {"code": "halved", "value": ["a"], "why": {"zh": "少了 2。", "en": "The 2 is lost."}}
    body: dict[str, object] = {"params": {"a": {"int": [1, 9]}}, "answer": ["2*a"]}
    return common(leaf, number, "numeric") | body | {"wrong": [wrong]}


def card(leaf: str, number: int) -> dict[str, object]:
    return common(leaf, number, "card") | {"answer": {"zh": "取平均。", "en": "The mean."}}


def items(leaf: str, count: int) -> Iterator[dict[str, object]]:
    makers = cycle((choice, numeric, card))
    for number, make in enumerate(islice(makers, count)):
        yield make(leaf, number)


def write_bank(count: int, folder: Path) -> None:
    """Write `count` items below `folder/questions`, with the shipped registries beside them."""
    shipped = find_roots(None).registries()
    outline, _ = read_registry(shipped["outline"], "outline.yaml", Outline)
    assert outline is not None
    names = [leaf.id for leaf in leaves(outline)]
    for registry in shipped.values():
        (folder / "questions").mkdir(parents=True, exist_ok=True)
        shutil.copy(registry, folder / "questions")
    for position, leaf in enumerate(names):
        share = count // len(names) + (position < count % len(names))
        branch, _, rest = leaf.partition(".")
        path = folder / "questions" / branch / f"{rest}.yaml"
        path.parent.mkdir(exist_ok=True)
        blocks = [f"- {json.dumps(item, ensure_ascii=False)}\n" for item in items(leaf, share)]
        path.write_text(f"leaf: {leaf}\nitems:\n{''.join(blocks)}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_bank(arguments.count, arguments.folder)


if __name__ == "__main__":
    main()
