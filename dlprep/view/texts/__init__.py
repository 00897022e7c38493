"""Every sentence the program prints, in both languages, one module an area."""

from dlprep.model.text import Text


def examples(*commands: str, then: Text = Text("", "")) -> Text:  # noqa: B008 - frozen
    """The end of a help page: lines that a person can type, and what else there is to say."""
    lines = "".join(f"\n{command}" for command in commands)
    return Text(f"例：{lines}\n{then.zh}".rstrip(), f"Examples:{lines}\n{then.en}".rstrip())
