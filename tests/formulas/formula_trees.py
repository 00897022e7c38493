"""Formulas as people and the bank write them: a small tree, its reader and its three spellings.

This is a second reader, of the bank's own Unicode only, so that a measure of the product shares no
code with it. It reads sums, products (`·` or side by side), fractions, powers, indices, `Σ_k`,
calls, transposes and `[a < b]`; whatever else is written raises `UnreadableError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CALLS = frozenset({
    "exp", "log", "log2", "log10", "sqrt", "abs", "tanh", "sin", "cos", "sign", "max", "min", "σ",
    "floor", "diag",
})  # fmt: skip
_MARKS = "\u0300-\u036f"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵀ"
_TOKEN = re.compile(
    rf"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<half>½)|(?P<sum>[ΣΠ])"
    rf"|(?P<word>(?:[^\W\d_{_SUPERSCRIPTS}ΣΠ][{_MARKS}]*)+\d*)(?P<prime>′?)"
    rf"|(?P<super>[{_SUPERSCRIPTS}])|(?P<sign>[-−+·*/⊙()\[\],^_{{}}<>|√=]))"
)
_POWERS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))


class UnreadableError(ValueError):
    """The text is outside of what this reader reads."""


@dataclass(frozen=True, slots=True)
class Node:
    """`op` says what the node is: num, name, at (a name with indices), neg, + - * / ^ ⊙, T, call,
    Σ, Π (`text` is the index; kids are the body and, where written, its two ends) or cond."""

    op: str
    kids: tuple[Node, ...] = ()
    text: str = ""

    def nodes(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.nodes()

    def names(self) -> frozenset[str]:
        """The names in it, those of indices left out."""
        return frozenset(each.text for each in self.nodes() if each.op in ("name", "at"))


def num(text: str | int) -> Node:
    return Node("num", (), str(text))


def two(op: str, left: Node, right: Node) -> Node:
    return Node(op, (left, right))


def call(name: str, *arguments: Node) -> Node:
    return Node("call", arguments, name)


def read(text: str, known: frozenset[str], ranks: dict[str, int]) -> Node:
    """`known` are the names of scalars and arrays; `ranks` those that may carry indices."""
    reader = _Reader(_tokens(text), known, ranks)
    node = reader.total()
    if reader.here:
        raise UnreadableError(f"{reader.here} is left of {text}")
    return node


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise UnreadableError(f"{text[place:]!r}")
        kind = found.lastgroup or ""
        if kind == "prime":
            tokens.append(("word", found["word"] + found["prime"]))
        else:
            tokens.append((kind, found[kind].replace("−", "-")))
        place = found.end()
    return tokens


class _Reader:
    def __init__(
        self, tokens: list[tuple[str, str]], known: frozenset[str], ranks: dict[str, int]
    ) -> None:
        self.tokens = tokens
        self.known = known
        self.ranks = ranks

    @property
    def here(self) -> str:
        return self.tokens[0][1] if self.tokens else ""

    @property
    def kind(self) -> str:
        return self.tokens[0][0] if self.tokens else ""

    def take(self, wanted: str = "") -> str:
        if not self.tokens or (wanted and self.here != wanted):
            raise UnreadableError(f"{wanted or 'more'} expected, found {self.here!r}")
        return self.tokens.pop(0)[1]

    def total(self) -> Node:
        node = self.term()
        while self.here in ("+", "-"):
            node = Node(self.take(), (node, self.term()))
        return node

    def term(self) -> Node:
        if self.here == "-":
            self.take()
            return Node("neg", (self.term(),))
        node = self.factor()
        while True:
            if self.here in ("·", "*", "/", "⊙"):
                sign = self.take()
                node = two("*" if sign == "·" else sign, node, self.factor())
            elif self.kind in ("num", "half", "word", "sum") or self.here in ("(", "√"):
                node = two("*", node, self.factor())
            else:
                return node

    def factor(self) -> Node:
        node = self.atom()
        while self.kind == "super" or self.here == "^":
            sign = self.take()
            if sign == "ᵀ":
                node = Node("T", (node,))
            elif sign == "^":
                node = two("^", node, self.exponent())
            else:
                node = two("^", node, num(_POWERS[sign]))
        return node

    def exponent(self) -> Node:
        close = {"(": ")", "{": "}"}.get(self.here)
        if close is None:
            return self.atom()
        self.take()
        node = self.total()
        self.take(close)
        return node

    def atom(self) -> Node:  # noqa: PLR0911 - a table
        if self.kind == "num":
            return num(self.take())
        if self.kind == "half":
            self.take()
            return two("/", num(1), num(2))
        if self.kind == "sum":
            return self.big(self.take())
        if self.kind == "word":
            return self.word(self.take())
        if self.here == "√":
            self.take()
            return call("sqrt", self.atom())
        if self.here == "|":
            return self.between("|", "|")
        if self.here == "[":
            return self.condition()
        return self.between("(", ")")

    def between(self, opening: str, closing: str) -> Node:
        self.take(opening)
        node = self.total()
        self.take(closing)
        return call("abs", node) if opening == "|" else node

    def condition(self) -> Node:
        self.take("[")
        left = self.total()
        sign = self.take()
        node = Node("cond", (left, self.total()), sign)
        self.take("]")
        return node

    def big(self, sign: str) -> Node:
        self.take("_")
        if self.here != "{":
            index = self.take()
            return Node(sign, (self.body(),), index)
        self.take("{")
        index = self.take()
        self.take("=")
        low = self.total()
        self.take("}")
        self.take("^")
        high = self.exponent()
        return Node(sign, (self.body(), low, high), index)

    def body(self) -> Node:
        """A sum reaches to the end of the term."""
        return self.term()

    def word(self, word: str) -> Node:
        if word in CALLS or word.endswith("′") or (self.here == "(" and f"{word}()" in self.known):
            self.take("(")
            arguments = [self.total()]
            while self.here == ",":
                self.take()
                arguments.append(self.total())
            self.take(")")
            return call(word, *arguments)
        if self.here == "_":
            return self.subscripted(word)
        if word in self.known or word == "π":
            return Node("name", (), word)
        letters = re.findall(rf"[^\W_][{_MARKS}]*", word)
        if len(letters) > 1 and all(letter in self.known for letter in letters):
            self.tokens[:0] = [("word", letter) for letter in letters[1:]]
            return Node("name", (), letters[0])
        raise UnreadableError(f"{word} is not declared")

    def subscripted(self, word: str) -> Node:
        self.take("_")
        inner = [self.tokens.pop(0)]
        if inner[0][1] == "{":
            inner = []
            while self.here != "}":
                inner.append((self.kind, self.take()))
            self.take("}")
        text = "".join(token for _, token in inner)
        if f"{word}_{text}" in self.known:
            return Node("name", (), f"{word}_{text}")
        rank = 2 if word == "δ" and word not in self.ranks else self.ranks.get(word, 0)
        if not rank:
            raise UnreadableError(f"{word}_{text} is not declared")
        return Node("at", self.indices(inner, rank), word)

    def indices(self, inner: list[tuple[str, str]], rank: int) -> tuple[Node, ...]:
        text = "".join(token for _, token in inner)
        if rank > 1 and len(text) == rank and text.isalnum():
            return tuple(num(each) if each.isdigit() else Node("name", (), each) for each in text)
        reader = _Reader(inner, self.known | frozenset("abcdefghijklmnopqrst"), {})
        found = [reader.total()]
        while reader.here == ",":
            reader.take()
            found.append(reader.total())
        if reader.here or len(found) != rank:
            raise UnreadableError(f"{rank} indices expected: {text}")
        return tuple(found)
