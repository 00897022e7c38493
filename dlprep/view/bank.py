"""What `dlprep bank` shows: findings of lint, coverage of the plan, lists of items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dlprep.model.catalog import Finding, Header, KindCoverage, LeafCoverage, LintReport
from dlprep.model.event import Json
from dlprep.model.message import Message
from dlprep.model.text import LANGS, Lang
from dlprep.model.text import Text as Words
from dlprep.view.messages import words
from dlprep.view.prose import prose
from dlprep.view.wrap import wrapped

BAR = 12
ID_WIDTH = 52  # columns that ids take before the difficulty stands beside them
RIGHT_WIDTH = 20  # difficulty and kind


def say(code: str, lang: Lang, **values: object) -> str:
    """A sentence of this area."""
    return words(Message(f"bank.{code}", values), lang)


def finding_line(finding: Finding, lang: Lang) -> Text:
    """`file:line: path: sentence`; a warning says that it is one."""
    message = finding.message
    between = "；" if lang == "zh" else "; "
    sentence = words(Message(message.code, message.values), lang).replace("\n", between)
    line = Text(f"{message.place}: " if message.place else "")
    if finding.severity == "warning":
        line.append(say("warning", lang) + ": ", "warn")
    return line.append(sentence)


def lint_summary(report: LintReport, lang: Lang) -> Text:
    """One line: clean or not, and what was passed over."""
    faults = len(report.faults)
    warnings = len(report.findings) - faults
    counts = {"files": report.files, "items": report.items, "faults": faults, "warnings": warnings}
    clean = not report.findings
    sign, style = ("✗", "wrong") if faults else ("✓", "right")
    code = "lint-clean" if clean else "lint-unclean"
    line = Text.assemble((sign, style), " ", say(code, lang, **counts))
    if report.unchanged:
        line.append("\n  " + say("lint-unchanged", lang, unchanged=report.unchanged), "dim")
    return line


def lint_json(report: LintReport) -> Json:
    """Findings with their sentence in both languages."""
    return {
        "schema": 1,
        "files": report.files,
        "items": report.items,
        "unchanged": report.unchanged,
        "findings": [_finding_json(finding) for finding in report.findings],
    }


def _finding_json(finding: Finding) -> Json:
    message, place = finding.message, finding.message.place
    bare = Message(message.code, message.values)
    return {
        "severity": finding.severity,
        "code": message.code,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "path": place.path if place else "",
        "text": {lang: words(bare, lang) for lang in LANGS},
    }


def coverage_by_branch(leaves: Sequence[LeafCoverage], lang: Lang) -> RenderableType:
    """One line a branch, the total, and the totals of each kind and way of verification."""
    table = _grid(say("coverage-leaf", lang), say("coverage-topics", lang))
    for branch, group in groupby(leaves, key=lambda each: each.leaf.partition(".")[0]):
        inside = list(group)
        table.add_row(branch, *_share(*_totals(inside)))
    table.add_row(Text(say("coverage-total", lang), "bold"), *_share(*_totals(leaves)))
    kinds = _grid(say("coverage-kinds", lang), say("coverage-topics", lang))
    for kind, (covered, planned) in kind_totals(leaves).items():
        kinds.add_row(say(f"kind.{kind}", lang), *_share(covered, planned))
    ways = _grid(say("coverage-ways", lang), say("coverage-items", lang))
    for way, count in way_totals(leaves).items():
        ways.add_row(say(f"way.{way}", lang), str(count), "")
    example = leaves[0].leaf.partition(".")[0] if leaves else "loss"
    more = Text(say("coverage-more", lang, branch=example), "dim")
    return Group(table, Text(), kinds, Text(), ways, Text(), more)


def coverage_by_leaf(leaves: Sequence[LeafCoverage], lang: Lang) -> RenderableType:
    """Each leaf with its kinds and the topics still missing."""
    parts: list[RenderableType] = []
    for each in leaves:
        head = Text.assemble((each.leaf, "accent"), f"  {each.title.in_(lang)}  ")
        head.append(f"{each.covered}/{each.planned}", "bold").append(_ways(each, lang), "dim")
        parts.append(head)
        parts.extend(_missing(kind, lang) for kind in each.kinds if kind.missing)
        if each.unplanned:
            parts.append(_listed(say("coverage-unplanned", lang), each.unplanned))
    total = Text.assemble((say("coverage-total", lang), "bold"), "  ")
    return Group(*parts, total.append("{}/{}".format(*_totals(leaves)), "bold"))


def missing_lines(leaves: Sequence[LeafCoverage], lang: Lang) -> Iterator[Text]:
    """Every planned topic without a question, with its leaf and kind; below them how many."""
    count = 0
    for each in leaves:
        for kind in each.kinds:
            for topic in kind.missing:
                count += 1
                label = say(f"kind.{kind.kind}", lang)
                yield Text.assemble((each.leaf, "accent"), f"  {label}  {topic}")
    yield Text(say("coverage-missing-count", lang, count=count), "dim")


def _ways(each: LeafCoverage, lang: Lang) -> str:
    """What the items of a leaf were verified by."""
    parts = [f"{say(f'way.{way}', lang)} {count}" for way, count in each.ways]
    return f"  {' · '.join(parts)}" if parts else ""


def way_totals(leaves: Iterable[LeafCoverage]) -> dict[str, int]:
    """How many items were verified in which way."""
    totals: Counter[str] = Counter()
    for each in leaves:
        totals.update(dict(each.ways))
    return dict(totals.most_common())


def _missing(kind: KindCoverage, lang: Lang) -> Text:
    label = f"{say(f'kind.{kind.kind}', lang)} {kind.covered}/{kind.planned}"
    return _listed(f"{label}  {say('coverage-missing', lang)}", kind.missing)


def _listed(label: str, topics: Iterable[str]) -> Text:
    return Text(f"  {label}", "dim").append("".join(f"\n    · {topic}" for topic in topics), "")


def _totals(leaves: Iterable[LeafCoverage]) -> tuple[int, int]:
    pairs = [(each.covered, each.planned) for each in leaves]
    return sum(covered for covered, _ in pairs), sum(planned for _, planned in pairs)


def kind_totals(leaves: Iterable[LeafCoverage]) -> dict[str, tuple[int, int]]:
    """Covered and planned topics of each kind."""
    totals: dict[str, tuple[int, int]] = {}
    for kind in (kind for each in leaves for kind in each.kinds):
        covered, planned = totals.get(kind.kind, (0, 0))
        totals[kind.kind] = (covered + kind.covered, planned + kind.planned)
    return totals


def _grid(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(heads[0])
    table.add_column(heads[1], justify="right")
    table.add_column()
    return table


def _share(covered: int, planned: int) -> tuple[str, Text]:
    filled = round(BAR * covered / planned) if planned else 0
    percent = f" {100 * covered // planned} %" if planned else ""
    bar = Text.assemble(("█" * filled, "accent"), ("░" * (BAR - filled), "dim"), percent)
    return f"{covered}/{planned}", bar


def coverage_json(leaves: Sequence[LeafCoverage]) -> Json:
    """Every leaf with its kinds, and the totals."""
    covered, planned = _totals(leaves)
    kinds: dict[str, Json] = {
        kind: {"covered": done, "planned": all_}
        for kind, (done, all_) in kind_totals(leaves).items()
    }
    return {
        "schema": 1,
        "covered": covered,
        "planned": planned,
        "kinds": kinds,
        "verified": dict[str, Json](way_totals(leaves)),
        "leaves": [_leaf_json(each) for each in leaves],
    }


def _leaf_json(each: LeafCoverage) -> Json:
    kinds: dict[str, Json] = {
        kind.kind: {
            "covered": kind.covered,
            "planned": kind.planned,
            "missing": list(kind.missing),
        }
        for kind in each.kinds
    }
    return {
        "leaf": each.leaf,
        "title": {lang: each.title.in_(lang) for lang in LANGS},
        "covered": each.covered,
        "planned": each.planned,
        "kinds": kinds,
        "verified": dict[str, Json](each.ways),
        "unplanned": list(each.unplanned),
    }


def header_lines(
    headers: Sequence[Header], prompts: Mapping[str, Words], lang: Lang, width: int
) -> Iterator[Text]:
    """Each item with its kind and difficulty; below it how its question begins."""
    for header in headers:
        yield _header_line(header, lang, width)
        yield _beginning(prompts[header.id].in_(lang), width)
    yield Text(say("list-count", lang, count=len(headers)), "dim")


def _header_line(header: Header, lang: Lang, width: int) -> Text:
    stars = "★" * header.difficulty + "☆" * (5 - header.difficulty)
    right = f"{stars}  {say(f'kind.{header.kind}', lang)}"
    gap = min(width - RIGHT_WIDTH, ID_WIDTH) - cell_len(header.id)
    return Text.assemble((header.id, "accent"), " " * gap if gap > 0 else "\n  ", right)


def _beginning(prompt: str, width: int) -> Text:
    """As much of a text as one line holds."""
    whole = prose(" ".join(prompt.split()), "dim")
    lines = wrapped(whole, width - 3)
    return Text("  ").append_text(lines[0]).append("…" if len(lines) > 1 else "", "dim")


def headers_json(headers: Iterable[Header]) -> Json:
    """The headers as objects."""
    return {"schema": 1, "items": [dict(header._asdict()) for header in headers]}
