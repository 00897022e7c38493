"""Sentences of `dlprep explain`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "explain.help": Text(
        "解释一种有名字的错误：为什么会犯、怎样看出来、长什么样",
        "Explain a named mistake: why it happens, how to see it, what it looks like",
    ),
    "explain.epilog": examples(
        "dlprep explain mean-missing",
        "dlprep explain",
        "dlprep explain mean-missing --json",
    ),
    "explain.code-help": Text(
        "错误的代号；省略时列出全部", "Code of the mistake; without one all are listed"
    ),
}
