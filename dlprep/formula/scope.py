"""What holds while a derivation is read: symbols, facts, and definitions made so far.

A derivative means that in the graph of the definitions: ∂L/∂p lets p move and all that is
defined by p follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dlprep.expr.graph import Node, apply, in_order, name, names_in, number
from dlprep.expr.tensors import OVER
from dlprep.formula.assume import Facts
from dlprep.formula.calls import Formulas
from dlprep.formula.declare import table
from dlprep.formula.equality import Verdict, compare
from dlprep.formula.kinds import Kind, size_of
from dlprep.formula.lexis import math_tokens
from dlprep.formula.names import Written
from dlprep.formula.read import Reading, reading, sides
from dlprep.formula.seeing import entry_of, entry_places
from dlprep.formula.symbols import Table
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError, fault

_OWN_LETTERS = ("·row", "·column")


@dataclass(frozen=True, slots=True)
class Scope:
    """`defined` are the names given by formulas, in order, each by those before it."""

    symbols: Table
    known: Facts = field(default_factory=Facts)
    defined: Mapping[str, Node] = field(default_factory=dict)

    def reading(self, text: str) -> Reading:
        """As `formula.reading`, of one side of an equation. Raises its faults."""
        return reading(text, self.symbols)

    def compare(self, a: Reading, b: Reading) -> Verdict:
        """Whether two formulas are equal under the facts and definitions."""
        return compare(*self.prepared(a, b))

    def prepared(self, a: Reading, b: Reading) -> tuple[Reading, Reading, Facts]:
        """Both formulas resolved, and what holds: each derivative in them that depends on no
        index is a name of its own, so that it is taken once and not for every value of an index."""
        ours, theirs = self.resolved(a), self.resolved(b)
        taken = [each for each in in_order(ours.node, theirs.node) if each.op == "slope"]
        moving = set(in_order(*(each.args[0] for each in taken)))  # within another derivative
        closed = [each for each in taken if each not in moving and self._is_closed(each)]
        named = {each: name(f"∂{n}") for n, each in enumerate(closed, 1)}
        known = self.facts
        made = tuple((str(word.value), each) for each, word in named.items())
        known = replace(known, equations=(*known.equations, *made))
        ours, theirs = (replace(e, node=replaced(e.node, named)) for e in (ours, theirs))
        return ours, theirs, known

    def _is_closed(self, slope: Node) -> bool:
        known = {each.name for each in self.symbols.declared if each.is_ != "index"}
        return free_names(slope) <= known | self.defined.keys() | self.symbols.dims

    @property
    def words(self) -> frozenset[str]:
        """The names that are defined, and those they are defined by."""
        return names_in(*self.defined.values()) | self.defined.keys()

    def taking(self, words: Iterable[str], other: Scope) -> Scope:
        """With the definitions of some names as another scope has them."""
        taken = {word: other.defined[word] for word in words}
        return replace(self, defined={**self.defined, **taken}).ordered()

    @property
    def facts(self) -> Facts:
        chance = self._chance()
        plain = (
            (word, substituted(node, chance))
            for word, node in self.defined.items()
            if word not in chance
        )
        return replace(self.known, equations=tuple(plain))

    def is_number(self, formula: Reading) -> bool:
        """Whether all names in a formula stand for numbers."""
        inside = free_names(formula.node)
        causes = frozenset[str]().union(*(self.symbols.of.get(word, {word}) for word in inside))
        return inside | causes <= self.defined.keys()

    def resolved(self, formula: Reading) -> Reading:
        """With what each derivative is of written out down to what it is by, and with the
        definitions of what is random."""
        return replace(formula, node=substituted(self._written_out(formula.node), self._chance()))

    def _chance(self) -> dict[str, Node]:
        """The definitions that random variables stand in, each by these variables alone."""
        random = {each.name for each in self.symbols.declared if each.is_ == "random"}
        found: dict[str, Node] = {}
        for word, node in self.defined.items():
            inside = names_in(node) & (random | found.keys())
            if inside and node.op != "expect":
                found[word] = substituted(node, found)
        return found

    def without_part(self, formulas: Iterable[Reading]) -> set[str]:
        """The names by which a derivative is taken of something that is not written in them."""
        taken = [each for one in formulas for each in in_order(one.node) if each.op == "slope"]
        by = {str(each.args[1].value): self._written_out(each).args[0] for each in taken}
        return {word for word, body in by.items() if word not in names_in(body)}

    def ordered(self) -> Scope:
        """With each definition after those it is made of."""
        waiting, done = dict(self.defined), dict[str, Node]()
        while waiting:
            ready = [w for w, node in waiting.items() if not names_in(node) & waiting.keys() - {w}]
            if not ready:
                raise fault("derive.circular", names=sorted(waiting))
            done |= {word: waiting.pop(word) for word in ready}
        return replace(self, defined=done)

    def with_given(self, text: str) -> Scope:
        """With the definition `p_i = exp(z_i)/Σ_k exp(z_k)`; a name that is declared keeps its
        shape. Raises the faults of the reader, and `derive.no-definition`."""
        parts = sides(text)
        if len(parts) != 2:
            raise fault("derive.no-definition", text=text)
        value = self.reading(parts[1][1])
        return self.defining(parts[0][1], value)

    def defining(self, left: str, value: Reading) -> Scope:
        """With the name on a left side, an array where its indices are those of the value."""
        written = _written(left, self.symbols)
        declared = self.symbols.find(written.whole)
        letters = [] if declared else _letters(written, value)
        base = written.base + (f"^{written.label}" if written.label else "")
        word = declared.name if declared else base if letters else written.whole
        known = declared or self.symbols.find(word)
        node = self._written_out(value.node)
        if letters:
            dims = known.shape if known and known.shape else [value.ranges[k] for k in letters]
            pairs = [(name(k), size_of(dim)) for k, dim in zip(letters, dims, strict=True)]
            node = apply("table", node, *(part for pair in pairs for part in pair))
        symbols = self.symbols
        roots = frozenset[str]().union(
            *(symbols.of.get(each, frozenset()) | {each} for each in names_in(node))
        )
        symbols = replace(symbols, of={**symbols.of, word: roots})
        if known is None:
            shape = (*(value.ranges[letter] for letter in letters), *value.kind.dims)
            kind = ("scalar", "vector", "matrix")[min(len(shape), 2)]
            symbols = symbols.with_symbols([Symbol(name=word, is_=kind, shape=shape)])  # type: ignore[arg-type]
        made = replace(self, symbols=symbols, defined={**self.defined, word: node})
        return made if known is not None else made.seeing(word, value, letters)

    def seeing(self, word: str, value: Reading, letters: Sequence[str]) -> Scope:
        """With a new name in the place of its value wherever that occurs, so that ∂L/∂p means
        something where L was given in terms of σ(z) and p = σ(z) was defined later."""
        if not value.node.args or value.node.op in {"entry", "slope"}:
            return self
        rank = len(value.kind.dims)
        own = letters or _OWN_LETTERS[:rank]
        pattern = None if letters and rank else entry_of(value.node, value.kinds, own)
        others = {
            each: node if each == word else _naming(node, word, value.node, pattern, own)
            for each, node in self.defined.items()
        }
        return replace(self, defined=others).ordered()

    def _written_out(self, root: Node) -> Node:
        made: dict[Node, Node] = {}
        for node in in_order(root):
            args = tuple(made[arg] for arg in node.args)
            if node.op == "slope":
                args = (self._down_to(args[0], str(args[1].value)), args[1])
            made[node] = node if args == node.args else apply(node.op, *args)
        return made[root]

    def _down_to(self, body: Node, by: str) -> Node:
        """The body in terms of `by` and of what does not depend on it."""
        moving = {by: name(by)}
        passed = by not in self.defined
        for word, node in self.defined.items():
            if passed and moving.keys() & names_in(node):
                moving[word] = substituted(node, moving)
            passed = passed or word == by
        return substituted(body, moving)


def _naming(root: Node, word: str, whole: Node, entry: Node | None, own: Sequence[str]) -> Node:
    """A formula with a name in the place of its value, and entries of it in that of theirs; a
    derivative stays, since it is by names that the new one would hide."""
    kept = {node: node for node in in_order(root) if node.op == "slope"}
    places = entry_places(root, entry, own) if entry is not None else {}
    entries = {node: apply("entry", name(word), *at) for node, at in places.items() if at}
    return replaced(root, {**dict.fromkeys([whole, *places], name(word)), **entries, **kept})


def free_names(root: Node) -> frozenset[str]:
    """The names that a formula depends on; an index that something goes over is none."""
    free: dict[Node, frozenset[str]] = {}
    for node in in_order(root):
        if node.op == "name":
            free[node] = frozenset({str(node.value)})
            continue
        found = frozenset[str]().union(*(free[arg] for arg in node.args))
        if node.op in OVER or node.op == "table":
            bound = node.args[1::2] if node.op == "table" else node.args[1:2]
            rest = node.args[2::2] if node.op == "table" else node.args[2:]
            found = free[node.args[0]] - {str(each.value) for each in bound}
            found |= frozenset[str]().union(*(free[arg] for arg in rest))
        free[node] = found
    return free[root]


def replaced(root: Node, others: Mapping[Node, Node]) -> Node:
    """With other nodes in the place of some."""
    made: dict[Node, Node] = {}
    for node in in_order(root):
        args = tuple(made[arg] for arg in node.args)
        rebuilt = node if args == node.args else apply(node.op, *args)
        made[node] = others.get(node, rebuilt)
    return made[root]


def substituted(root: Node, values: Mapping[str, Node]) -> Node:
    """With nodes in the place of names; the name by which a derivative is stays."""
    made: dict[Node, Node] = {}
    for node in in_order(root):
        if node.op == "name":
            made[node] = values.get(str(node.value), node)
            continue
        args = tuple(made[arg] for arg in node.args)
        if node.op == "slope":
            args = (args[0], node.args[1])
        made[node] = node if args == node.args else apply(node.op, *args)
    return made[root]


def is_new(left: str, symbols: Table) -> bool:
    """Whether a left side is a name, with a subscript at most, that nobody declared."""
    try:
        written = _written(left, symbols)
    except DlprepError:
        return False
    by = (written.base[1:], written.whole[1:])
    if symbols.loss and written.base.startswith("d") and any(map(symbols.find, by)):
        return False  # a derivative of the loss
    base = written.base + (f"^{written.label}" if written.label else "")
    return symbols.find(written.whole) is None and symbols.find(base) is None


def _written(left: str, symbols: Table) -> Written:
    reader = Formulas(math_tokens(left), symbols)
    token = reader.take()
    if token.kind != "name":
        raise fault("derive.no-definition", text=left)
    written = reader.written(token, *reader.parted(token.text))
    if reader.here.kind != "end" or written.primes:
        raise fault("derive.no-definition", text=left)
    return written


def _letters(written: Written, value: Reading) -> list[str]:
    """The indices of a left side: those over which the value goes."""
    letters = [letter for letter in written.sub_text if letter != ","]
    return letters if letters and set(letters) <= value.ranges.keys() else []


def scope_of(symbols: Table, known: Facts, given: Iterable[str]) -> Scope:
    """The scope of a question. Raises the faults of what it gives."""
    found = Scope(symbols, known)
    for text in given:
        found = found.with_given(text)
    return found


def slope_table(symbols: Iterable[Symbol], *, loss: str = "") -> Table:
    """The symbols of a derivation: derivatives are read as such."""
    return replace(table(symbols), slopes=True, loss=loss)


def decimals(formula: Reading) -> int:
    """The most digits behind a point in a formula, 0 where it has no decimal."""
    floats = [n.value for n in in_order(formula.node) if isinstance(n.value, float)]
    return max((len(repr(value).partition(".")[2]) for value in floats), default=0)


def has_slope(formula: Reading) -> bool:
    return any(node.op == "slope" for node in in_order(formula.node))


def has_array_slope(formulas: Iterable[Reading]) -> bool:
    """Whether an array is differentiated by an array, which people lay out in several ways."""
    return any(
        node.op == "slope" and each.kinds.get(node.args[0], Kind()).dims
        for each in formulas
        for node in in_order(each.node)
    )


def turned(matrix: Reading) -> Reading | None:
    """The transpose; nothing where this is no matrix."""
    if len(matrix.kind.dims) != 2:
        return None
    kind = replace(matrix.kind, dims=matrix.kind.dims[::-1])
    return replace(matrix, node=apply("transpose", matrix.node), kind=kind)


def is_zero(formula: Reading) -> bool:
    return formula.node.op == "number" and formula.node.value == 0


def base(node: Node) -> Node:
    """What an entry is of."""
    return node.args[0] if node.op == "entry" else node


def letters(node: Node) -> tuple[str, ...]:
    """The indices of an entry, where they are letters."""
    if node.op != "entry" or not all(each.op == "name" for each in node.args[1:]):
        return ()
    return tuple(str(each.value) for each in node.args[1:])


def with_letters(formula: Reading, to: Mapping[str, str]) -> Reading:
    """With other free indices; none where a sum goes over one of them."""
    bound = {str(node.args[1].value) for node in in_order(formula.node) if node.op in OVER}
    if bound.intersection(to.values()) or not formula.ranges.keys() >= to.keys():
        return formula
    node = substituted(formula.node, {old: name(new) for old, new in to.items()})
    ranges = {to.get(letter, letter): dim for letter, dim in formula.ranges.items()}
    return replace(
        formula, node=node, ranges=ranges, kind=replace(formula.kind, indices=frozenset(ranges))
    )


def where(condition: tuple[str, str, str], formulas: Sequence[Reading]) -> list[Reading]:
    """Formulas where a condition on two indices holds, and 0 elsewhere; as they are if none of
    them has these indices."""
    i, op, j = condition
    ranges: dict[str, str] = {}
    for each in formulas:
        ranges |= each.ranges
    dim = ranges.get(i) or ranges.get(j)
    if dim is None:
        return list(formulas)
    ranges |= {i: dim, j: dim}
    test = apply(op, name(i), name(j))
    return [
        replace(
            each,
            node=apply("if", test, each.node, number(0)),
            ranges=ranges,
            kind=replace(each.kind, indices=frozenset(ranges)),
        )
        if not each.kind.dims
        else each
        for each in formulas
    ]
