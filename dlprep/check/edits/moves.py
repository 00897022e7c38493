"""Statements in a wrong place: inside a loop or outside of it, before or after the one that needs
what they change; and arrays changed in place that something else still holds.

Each move comes with what is wrong, in words, and with where the statement belongs.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from dlprep.check.edits.boards import Header, Part, Simple
from dlprep.check.edits.editor import Move, Proposal
from dlprep.check.edits.effects import (
    bound,
    meet,
    names_read,
    read,
    read_in,
    stored,
    written,
    written_in,
)
from dlprep.check.edits.sharing import altered, apart
from dlprep.model.message import Message

Loop = ast.For | ast.While
UNMOVED = (ast.For, ast.While, ast.If, ast.Break, ast.Continue)
MOST_CROSSED = 4  # statements that one is moved across, in one direction


class Block(NamedTuple):
    """Where a statement stands: the one around it, and its neighbours with itself."""

    owner: ast.stmt
    body: Sequence[ast.stmt]
    at: int


class Moves:
    """All moves within one top-level statement of a file."""

    def __init__(self, node: ast.stmt) -> None:
        self.blocks = dict(_blocks(node))
        self.known = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}

    def of(self, statement: Simple | Header) -> Iterator[Proposal]:
        """Other places for a statement: out of the loops around it, into those before and after,
        across its neighbours."""
        if isinstance(statement, ast.If):
            yield from self._else_ifs(statement)
        if isinstance(statement, UNMOVED) or statement not in self.blocks:
            return
        if isinstance(statement, ast.Return):
            yield from self._returns(statement)
            return
        yield from self._outwards(statement)
        yield from self._terms(statement)
        yield from self._into_later(statement)
        yield from self._into_earlier(statement)
        yield from self._under_conditions(statement)
        yield from self._across(statement)

    def _else_ifs(self, first: ast.If) -> Iterator[Proposal]:
        """`elif` for a second `if`, whose `else` holds for what the first one has dealt with."""
        block = self.blocks.get(first)
        second = block.body[block.at + 1] if block and block.at + 1 < len(block.body) else None
        if not isinstance(second, ast.If) or not second.orelse or first.orelse:
            return
        if names := meet(written_in(first), written_in(second)):
            said = {"line": second.lineno, "first": first.lineno, "name": min(names)}
            cause, where = Message("cause.else-of-first", said), Message("hint.reads", said)
            move = Move(cause, where, f"elif {ast.unparse(second.test)}:")
            again = ast.If(first.test, first.body, [])  # has the last word where it holds
            yield Proposal(
                first, "moved", (), first, None, (Part(second, (), again, "after"),), move
            )

    def copies(self, statement: Simple | Header) -> Iterator[Proposal]:
        """For a statement that changes an array in place: a copy made before; for one after which
        two names wrongly share an array, or wrongly share none: its right form."""
        for code, hint, values, anew in apart(statement):
            told = {"line": statement.lineno, **values}
            move = Move(Message(code, told), Message(hint, told), ast.unparse(anew))
            yield Proposal(statement, "moved", (), anew, None, (), move)
        for name in sorted(altered(statement)):
            if isinstance(statement, Header) or "[" in name:
                continue
            target = ast.parse(f"{name} = {name}.copy()").body[0]
            anchor = self._before_loops(statement, name)
            said = {"line": statement.lineno, "name": name}
            cause, where = (
                Message("cause.shared", said),
                Message("hint.before", {"line": anchor.lineno}),
            )
            move = Move(cause, where, ast.unparse(target))
            part = Part(anchor, (), target, "before")
            yield Proposal(statement, "moved", (), statement, None, (part,), move)

    def _before_loops(self, statement: ast.stmt, name: str) -> ast.stmt:
        """The outermost loop in which a name is changed, but gets no new value."""
        anchor = statement
        for loop in self._loops(statement):
            if name in bound(loop):
                return anchor
            anchor = loop
        return anchor

    def _loops(self, statement: ast.stmt) -> Iterator[Loop]:
        """The loops around a statement, inner ones first."""
        block = self.blocks.get(statement)
        while block is not None:
            if isinstance(block.owner, (ast.For, ast.While)):
                yield block.owner
            elif isinstance(block.owner, ast.FunctionDef):
                return
            block = self.blocks.get(block.owner)

    def _outwards(self, statement: ast.stmt) -> Iterator[Proposal]:
        """Once before or after a loop instead of in each of its turns."""
        for loop in self._loops(statement):
            if isinstance(loop, ast.For) and meet(stored(loop.target), read(statement)):
                return
            said = {"line": statement.lineno, "loop": loop.lineno}
            for where in ("before", "after"):
                yield _moved(statement, loop, where, Message("cause.in-each-turn", said))

    def _terms(self, statement: ast.stmt) -> Iterator[Proposal]:
        """A term that is added in each turn of a loop, once after it instead."""
        match statement:
            case ast.AugAssign(target, ast.Add() as plus, ast.BinOp(one, ast.Add(), other)):
                for term, rest in ((other, one), (one, other)):
                    for loop in self._loops_without(term, target, statement):
                        yield _once_after(statement, ast.AugAssign(target, plus, rest), term, loop)

    def _loops_without(
        self, term: ast.expr, target: ast.expr, statement: ast.stmt
    ) -> Iterator[Loop]:
        """The loops around a statement whose turns make no difference to a term and its place."""
        for loop in self._loops(statement):
            changing = written_in(loop) - stored(target)
            if meet(changing, read(term) | names_read(target)):
                return
            yield loop

    def _returns(self, statement: ast.Return) -> Iterator[Proposal]:
        """Once the loops are through, not in their first turn."""
        for loop in self._loops(statement):
            said = {"line": statement.lineno, "loop": loop.lineno}
            yield _moved(statement, loop, "after", Message("cause.returns-early", said))

    def renames(self, statement: Simple | Header) -> Iterator[Proposal]:
        """A new value of a variable under another name, for the next line that reads it: those
        after that need the old one."""
        block = self.blocks.get(statement)
        name = _renewed(statement)
        if block is None or name is None:
            return
        after = block.body[block.at + 1 :]
        readers = [each for each in after if isinstance(each, Simple) and _loads(each, name)]
        for reader in readers[:1]:
            later = (each for each in self.blocks if each.lineno > reader.lineno)
            if not (any(self._loops(statement)) or any(_loads(each, name) for each in later)):
                return  # nothing needs the old value
            said = {"line": statement.lineno, "name": name, "beside": reader.lineno}
            made, changed = _under(name, statement, reader)
            cause, where = Message("cause.overwrites", said), Message("hint.own-name", said)
            move = Move(cause, where, ast.unparse(made))
            more = (Part(reader, (), changed),)
            yield Proposal(statement, "moved", (), made, None, more, move)

    def _into_later(self, statement: ast.stmt) -> Iterator[Proposal]:
        """In each turn of a loop, not once before it, where the loop changes what is set."""
        names = written(statement)
        for loop in self._beside(statement):
            changed = written_in(loop)
            if loop.lineno > statement.lineno and meet(names, changed):
                said = {"line": statement.lineno, "loop": loop.lineno, "name": min(names)}
                yield _moved(statement, loop, "first", Message("cause.once-before", said))
                if isinstance(statement, Simple):
                    for name, one in _set_with_others(statement, changed):
                        yield _first_in(loop, statement, one, name)

    def _into_earlier(self, statement: ast.stmt) -> Iterator[Proposal]:
        """In each turn of a loop, not once after it, where it needs what the loop makes."""
        for loop in self._beside(statement):
            if loop.lineno < statement.lineno and meet(read(statement), written_in(loop)):
                said = {"line": statement.lineno, "loop": loop.lineno}
                yield _moved(statement, loop, "last", Message("cause.once-after", said))

    def _under_conditions(self, statement: ast.stmt) -> Iterator[Proposal]:
        """Under a condition before it, where it stands one step too far out; in any case, where it
        is the last of what a condition holds for, and not all that is done there, or else another
        thing: nobody writes such a condition for nothing."""
        block = self.blocks[statement]
        before = chain.from_iterable(ast.walk(each) for each in block.body[: block.at])
        found = [each for each in before if isinstance(each, ast.If)]
        for test in islice(reversed(found), MOST_CROSSED):
            yield _moved(statement, test, "last", _about("cause.outside-if", statement, test))
        owner = block.owner
        if not isinstance(owner, ast.If) or block.at < len(block.body) - 1:
            return
        if len(block.body) > 1 or not owner.orelse:
            yield _moved(statement, owner, "after", _about("cause.inside-if", statement, owner))

    def _beside(self, statement: ast.stmt) -> Iterator[Loop]:
        """The loops in the same block, and those in them."""
        block = self.blocks[statement]
        inside = chain.from_iterable(ast.walk(each) for each in block.body)
        return (each for each in inside if isinstance(each, (ast.For, ast.While)))

    def _across(self, statement: ast.stmt) -> Iterator[Proposal]:
        """Before or after a neighbour that makes a difference."""
        block = self.blocks[statement]
        later, earlier = block.body[block.at + 1 :], block.body[: block.at]
        for others, where in ((later, "after"), ([*reversed(earlier)], "before")):
            crossed = ((each, self._conflict(statement, each)) for each in others)
            telling = ((each, cause) for each, cause in crossed if cause is not None)
            for other, cause in islice(telling, MOST_CROSSED):
                yield _moved(statement, other, where, cause)

    def _conflict(self, statement: ast.stmt, other: ast.stmt) -> Message | None:
        """What is wrong with the order of two statements, if something may be."""
        if isinstance(other, ast.Return):
            return None
        first, second = sorted((statement, other), key=lambda each: each.lineno)
        lines = {"line": first.lineno, "beside": second.lineno}
        if changed := self._settled(first, meet(written_in(first), read_in(second))):
            return Message("cause.changed-too-early", {**lines, "name": min(changed)})
        if changed := self._settled(first, meet(read_in(first), written_in(second))):
            return Message("cause.read-too-early", {**lines, "name": min(changed)})
        if changed := self._settled(first, meet(written_in(first), written_in(second))):
            return Message("cause.overwritten", {**lines, "name": min(changed)})
        return None

    @cached_property
    def _bound(self) -> dict[ast.stmt, set[str]]:
        """What each statement gives a new value."""
        return {each: bound(each) for each in self.blocks}

    def _settled(self, statement: ast.stmt, names: set[str]) -> set[str]:
        """Those that have a value before a statement, so that it may stand elsewhere."""
        if not names:
            return names
        before = {*self.known}
        for each, new in self._bound.items():
            if each.lineno < statement.lineno:
                before |= new
        return {name for name in names if name.partition("[")[0].partition(".")[0] in before}


def _about(code: str, statement: ast.stmt, test: ast.If) -> Message:
    return Message(code, {"line": statement.lineno, "test": test.lineno})


def _moved(statement: ast.stmt, other: ast.stmt, where: str, cause: Message) -> Proposal:
    values = {"line": statement.lineno, "beside": other.lineno}
    block = {ast.For: "-loop", ast.While: "-loop", ast.If: "-if"}.get(type(other), "")
    kind = block if where == "after" or block == "-if" else ""
    move = Move(cause, Message(f"hint.moved-{where}{kind}", values), ast.unparse(statement))
    part = Part(other, (), statement, where)  # type: ignore[arg-type]
    return Proposal(statement, "moved", (), ast.Pass(), None, (part,), move)  # type: ignore[arg-type]


def _set_with_others(statement: ast.stmt, changed: set[str]) -> Iterator[tuple[str, ast.Assign]]:
    """Of several variables that one statement sets, each that is changed, set by itself."""
    match statement:
        case ast.Assign([ast.Tuple(targets)], ast.Tuple(values)):
            for target, value in zip(targets, values, strict=False):
                if isinstance(target, ast.Name) and meet({target.id}, changed):
                    yield target.id, ast.Assign([target], value, lineno=statement.lineno)


def _first_in(loop: Loop, statement: Simple, one: ast.Assign, name: str) -> Proposal:
    said = {"line": statement.lineno, "loop": loop.lineno, "name": name}
    cause, where = Message("cause.once-before", said), Message("hint.first-in-loop", said)
    part = Part(loop, (), one, "first")
    move = Move(cause, where, ast.unparse(one))
    return Proposal(statement, "moved", (), statement, None, (part,), move)


def _once_after(
    statement: ast.AugAssign, rest: ast.AugAssign, term: ast.expr, loop: Loop
) -> Proposal:
    added = ast.AugAssign(statement.target, statement.op, term)
    said = {"line": statement.lineno, "loop": loop.lineno, "term": ast.unparse(term)}
    cause, where = Message("cause.term-in-each-turn", said), Message("hint.term-after-loop", said)
    move = Move(cause, where, ast.unparse(added))
    return Proposal(statement, "moved", (), rest, None, (Part(loop, (), added, "after"),), move)


def _renewed(statement: ast.stmt) -> str | None:
    """The variable that a statement replaces by something made of it."""
    match statement:
        case ast.AugAssign(target=ast.Name(name)):
            return name
        case ast.Assign(targets=[ast.Name(name)]) if name in read(statement):
            return name
        case _:
            return None


def _loads(statement: ast.stmt, name: str) -> bool:
    """Whether a variable stands in it where a value is read; `a += 1` only changes it."""
    inside = (each for each in ast.walk(statement) if isinstance(each, ast.Name))
    return any(each.id == name and isinstance(each.ctx, ast.Load) for each in inside)


def _under(name: str, statement: ast.stmt, reader: ast.stmt) -> tuple[ast.stmt, ast.stmt]:
    """The statement with a name of its own for what it makes, and the reader with that."""
    new = f"new_{name}"
    assert isinstance(statement, (ast.Assign, ast.AugAssign))
    value = statement.value
    if isinstance(statement, ast.AugAssign):
        value = ast.BinOp(ast.Name(name, ast.Load()), statement.op, value)
    made = ast.Assign([ast.Name(new, ast.Store())], value, lineno=statement.lineno)

    class Read(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            loaded = node.id == name and isinstance(node.ctx, ast.Load)
            return ast.Name(new, ast.Load()) if loaded else node

    changed: ast.stmt = Read().visit(copy.deepcopy(reader))
    return made, changed


def _blocks(owner: ast.stmt) -> Iterator[tuple[ast.stmt, Block]]:
    """Every statement inside another with its place."""
    for field in ("body", "orelse", "finalbody"):
        body = [each for each in getattr(owner, field, ()) if isinstance(each, ast.stmt)]
        for at, statement in enumerate(body):
            yield statement, Block(owner, body, at)
            yield from _blocks(statement)
