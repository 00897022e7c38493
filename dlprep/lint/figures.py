"""The bank in figures: how many questions of which kind there are, how they were verified, and what
the lengths of options tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dlprep.bank.index import Bank
from dlprep.lint.lengths import standing
from dlprep.lint.spans import pairs
from dlprep.lint.wording import length_of
from dlprep.model.figures import Branch, Figures
from dlprep.model.item import Choice, Item
from dlprep.model.text import LANGS, Lang, Text


def figures_of(bank: Bank) -> Figures:
    """Count all questions."""
    items = [item for item_id in bank.places() if (item := bank.get(item_id))]
    several = [item for item in items if isinstance(item, Choice) and item.several]
    return Figures(
        branches=tuple(_branches(bank, items)),
        standing={lang: standing(items, lang) for lang in LANGS},
        words={lang: sum(_words(item, lang) for item in items) for lang in LANGS},
        bilingual=sum(bool(item.prompt.zh and item.prompt.en) for item in items),
        several=len(several),
        several_longer={lang: sum(_right_longer(item, lang) for item in several) for lang in LANGS},
    )


def _branches(bank: Bank, items: Sequence[Item]) -> list[Branch]:
    leaves = Counter(leaf.partition(".")[0] for leaf in bank.leaves())
    titles = {node.id: Text(node.zh, node.en) for node in bank.outline.tree}
    found = []
    for branch, count in leaves.items():
        inside = [item for item in items if item.leaf.partition(".")[0] == branch]
        found.append(
            Branch(
                id=branch,
                title=titles.get(branch, Text(branch, branch)),
                leaves=count,
                kinds=Counter(item.kind for item in inside),
                ways=Counter(item.verified for item in inside),
                standing={lang: standing(inside, lang) for lang in LANGS},
            )
        )
    return found


def _words(item: Item, lang: Lang) -> int:
    return sum(length_of(pair.zh if lang == "zh" else pair.en, lang) for pair in pairs(item))


def _right_longer(item: Choice, lang: Lang) -> bool:
    """Whether the right options are longer on average than the wrong ones."""
    right = [len(option.in_(lang)) for option in item.options if option.right]
    wrong = [len(option.in_(lang)) for option in item.options if not option.right]
    return sum(right) * len(wrong) > sum(wrong) * len(right)
