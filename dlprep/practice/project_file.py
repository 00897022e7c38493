"""The person's project in a Markdown file of theirs.

The file belongs to the person: a part is found by its heading in either language, what dlprep
adds goes to the end of a part, and every other character stays as it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dlprep.model.message import DlprepError, Place, fault
from dlprep.model.project import Part, ProjectGuide, Written
from dlprep.model.text import Lang

_LARGEST = 1 << 20
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t#]*")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NUMBERING = re.compile(r"^[\s\d.、)）(（一二三四五六七八九十]+")


class Section(NamedTuple):
    """A heading with all below it, up to the next heading of any level. `title` is None for what
    stands before the first."""

    title: str | None
    level: int
    text: str


class ProjectFile:
    """The Markdown file. It is read anew before each change, so that the person may edit it in
    between, and replaced in one step."""

    def __init__(self, path: Path, guide: ProjectGuide) -> None:
        self.path = path
        self.guide = guide

    @property
    def exists(self) -> bool:
        return self.path.exists()

    def create(self, lang: Lang, title: str) -> None:
        """Write the template. Raises `project.exists` where there is a file already."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("x", encoding="utf-8", newline="") as file:
                file.write(template(self.guide, lang, title))
        except FileExistsError:
            raise fault("project.exists", place=Place(str(self.path))) from None
        except OSError as problem:
            raise self._unwritable(problem) from None

    def written(self) -> tuple[Written, ...]:
        """Every part in the order of the guide, without headings and comments."""
        found: dict[str, list[str]] = {part.id: [] for part in self.guide.parts}
        for part, text in self._by_part(sections(self._read())):
            if part is not None:
                found[part.id].append(text)
        return tuple(
            Written(part=part, text=_plain("\n".join(found[part.id]))) for part in self.guide.parts
        )

    def add(self, part: Part, text: str, lang: Lang) -> None:
        """Put text at the end of a part; a part without a heading gets one at the end."""
        whole = self._read()
        newline = "\r\n" if "\r\n" in whole else "\n"
        kept = sections(whole)
        last = self._last_of(part, kept)
        if last is None:
            heading = f"## {part.title.in_(lang)}"
            kept = [*_ended(kept, newline), Section(heading, 2, heading + newline)]
            last = len(kept) - 1
        section = kept[last]
        kept[last] = section._replace(text=_with(section.text, text.splitlines(), newline))
        self._replace("".join(each.text for each in kept))

    def _by_part(self, kept: Sequence[Section]) -> Iterator[tuple[Part | None, str]]:
        """Each section with the part it belongs to: its own heading's, else the one above it."""
        above: list[tuple[int, Part | None]] = []
        for section in kept:
            while above and above[-1][0] >= section.level:
                above.pop()
            part = self._part(section.title) or (above[-1][1] if above else None)
            if section.title is not None:
                above.append((section.level, part))
            yield part, _body(section)

    def _last_of(self, part: Part, kept: Sequence[Section]) -> int | None:
        places = [n for n, (found, _) in enumerate(self._by_part(kept)) if found is part]
        return places[-1] if places else None

    def _part(self, heading: str | None) -> Part | None:
        name = _NUMBERING.sub("", heading or "").casefold().strip(" :：*_`")
        for part in self.guide.parts:
            names = (part.id, part.title.zh, part.title.en, *part.aliases)
            if name in {each.casefold() for each in names}:
                return part
        return None

    def _read(self) -> str:
        try:
            if self.path.stat().st_size > _LARGEST:
                raise fault("project.too-large", place=Place(str(self.path)))
            with self.path.open(encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            raise fault("project.none", place=Place(str(self.path))) from None
        except UnicodeDecodeError:
            raise fault("project.not-utf8", place=Place(str(self.path))) from None
        except OSError as problem:
            raise fault("project.unreadable", place=Place(str(self.path)), why=problem) from None

    def _replace(self, text: str) -> None:
        draft = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(self.path.stat().st_mode & 0o7777)
            draft.replace(self.path.resolve())
        except OSError as problem:
            with suppress(OSError):
                draft.unlink()
            raise self._unwritable(problem) from None

    def _unwritable(self, problem: OSError) -> DlprepError:
        return fault("project.unwritable", place=Place(str(self.path)), why=problem)


def sections(text: str) -> list[Section]:
    """The text cut at its headings; put together again it is the same. A `#` within a fence is
    none."""
    found: list[Section] = [Section(None, 0, "")]
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.fullmatch(line.rstrip("\r\n"))
        if heading:
            found.append(Section(heading["title"], len(heading["marks"]), line))
        else:
            found[-1] = found[-1]._replace(text=found[-1].text + line)
    return found


def template(guide: ProjectGuide, lang: Lang, title: str) -> str:
    """What a new file holds: a heading for each part, with what to write as a comment."""
    lines = [f"# {title}", ""]
    for part in guide.parts:
        lines += [f"## {part.title.in_(lang)}", ""]
        lines += [f"<!-- {each.in_(lang)} -->" for each in part.write]
        lines += [""]
    return "\n".join(lines)


def _body(section: Section) -> str:
    return section.text if section.title is None else section.text.partition("\n")[2]


def _plain(text: str) -> str:
    return _COMMENT.sub("", text).strip()


def _with(section: str, lines: Sequence[str], newline: str) -> str:
    """The section with lines at its end, a blank line before them, and before what follows."""
    body = section.rstrip()
    behind = section[len(body) :]
    added = newline * 2 + newline.join(lines) + newline
    return body + added + (newline if behind.count("\n") > 1 else "")


def _ended(kept: Sequence[Section], newline: str) -> list[Section]:
    """With a blank line at the end."""
    *first, last = kept
    text = last.text.rstrip("\r\n")
    return [*first, last._replace(text=text + newline * 2 if text else "")]
