"""The findings of `dlprep doctor`, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dlprep.model.health import Finding
from dlprep.model.text import Lang
from dlprep.view.messages import words
from dlprep.view.printable import one_line
from dlprep.view.wrap import indented

SIGNS = {"fine": ("✓", "right"), "note": ("·", "warn"), "fault": ("✗", "wrong")}


def finding_line(finding: Finding, lang: Lang, width: int) -> Text:
    """A sign and what was found."""
    sign, style = SIGNS[finding.state]
    said = one_line(words(finding.said, lang))
    line = indented(Text(said), width, 1, f"{sign} ")
    line.stylize(style, 1, 2)
    return line


def health_json(findings: Sequence[Finding], lang: Lang) -> dict[str, object]:
    """`healthy` is false where anything needs repair."""
    return {
        "schema": 1,
        "healthy": all(each.state != "fault" for each in findings),
        "findings": [
            {
                "about": each.about,
                "state": each.state,
                "code": each.said.code,
                "text": words(each.said, lang),
            }
            for each in findings
        ],
    }
