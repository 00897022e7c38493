r"""Names with what hangs on them: `W_{ij}`, `\hat{y}_i`, `m_{t-1}`, `W^{(l)}`, `σ′`, and sums."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dlprep.expr.graph import CONSTANTS, Node, apply, constant, name
from dlprep.formula.alphabet import is_letter, spelled
from dlprep.formula.cursor import unknown
from dlprep.formula.kinds import UNKNOWN, Kind
from dlprep.formula.powers import Powers
from dlprep.formula.symbols import CAPITAL, FUNCTIONS, is_free_name
from dlprep.formula.tokens import Token
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError, fault

LARGEST_PLACE = 16
_UNIT = re.compile(r"[^\W\d_][\u0300-\u036f]*_[^\W_]")
_RANKS = {"scalar": 0, "vector": 1, "matrix": 2}
BIG = {"∑": "over_sum", "Σ": "over_sum", "sum": "over_sum", "∏": "over_prod", "Π": "over_prod"}
BIG |= {"prod": "over_prod", "max": "over_max", "min": "over_min"}


@dataclass(slots=True)
class Written:
    """A name as it stands: `sub` are the tokens of its subscript, `later` the places of powers
    that stand in front of a subscript, as in x²_i."""

    token: Token
    base: str
    sub: list[Token] = field(default_factory=list)
    label: str = ""
    primes: int = 0
    later: list[int] = field(default_factory=list)

    @property
    def sub_text(self) -> str:
        text = "".join(token.text for token in self.sub)
        if "," in text and all(len(part) == 1 and part.isalpha() for part in text.split(",")):
            return text.replace(",", "")
        return text

    @property
    def whole(self) -> str:
        text = spelled(self.sub_text)
        sub = f"_{text}" if text.isalnum() else f"_{{{text}}}" if text else ""
        return self.base + sub + (f"^{self.label}" if self.label else "") + "'" * self.primes


class Names(Powers):
    """Reads names, entries of arrays, and what goes over an index."""

    index_only = False  # inside a subscript, where a letter is an index

    def named(self) -> Node:
        token = self.parted_word(self.take())
        if self.index_only:
            return self.index_name(token)
        written = self.written(token, *self.parted(token.text))
        return self.raised_at(written.later, self.meaning(written))

    def parted_word(self, token: Token) -> Token:
        """The first of the names in p_ip_j, where a subscript is one character as in LaTeX; the
        others take its place among the tokens."""
        units = _UNIT.findall(token.text)
        parts = len(units) > 1 and "".join(units) == token.text and token.text.count("_") > 1
        if not parts or self.symbols.find(token.text) or token.column == token.stop:
            return token
        made, column = [], token.column
        for unit in units:
            made.append(Token("name", unit, column, column + len(unit)))
            column += len(unit)
        self.tokens[self.at - 1 : self.at] = made
        return made[0]

    def parted(self, word: str) -> tuple[str, str]:
        """The base of a word and the subscript written with it."""
        if self.symbols.find(word) or self.symbols.function(word):
            return spelled(word) if self.symbols.find(word) else word, ""
        base, _, sub = spelled(word).partition("_")
        return base, sub

    def written(self, token: Token, base: str, sub: str) -> Written:
        """The name with all its decorations; moves past them."""
        found = Written(token, base)
        if sub:
            start = token.stop - len(sub)
            found.sub = [Token("number" if sub.isdigit() else "name", sub, start, token.stop)]
        while True:
            here = self.here
            if here.kind == "sub" and not found.sub:
                found.sub = [self.take()]
            elif here.text == "_" and not found.sub:
                self.take()
                found.sub = self.group()
            elif here.text == "'" and here.column == self.tokens[self.at - 1].stop:
                found.primes += len(self.take().text)
            elif self.at_prime():
                found.primes += 1
            elif (label := self.label()) and not found.label:
                found.label = label
            elif (after := self.after_power()) is not None and not found.sub:
                found.later.append(self.at)
                self.at = after
            else:
                return found

    def at_prime(self) -> bool:
        r"""Move past `^\prime` and `^{\prime}`."""
        texts = [token.text for token in self.tokens[self.at : self.at + 4]]
        for written in (["^", "'"], ["^", "{", "'", "}"]):
            if texts[: len(written)] == written:
                self.at += len(written)
                return True
        return False

    def label(self) -> str:  # noqa: PLR0911 - a table
        r"""The superscript that stands here, if it labels and is no power: `^{(l)}`, `^*`."""
        texts = [token.text for token in self.tokens[self.at : self.at + 12]]
        if self.here.kind == "sup" and texts[0].startswith("(") and texts[0].endswith(")"):
            return self.take().text
        if texts[:2] == ["^", "*"] or texts[:4] == ["^", "{", "*", "}"]:
            self.at += 2 if texts[1] == "*" else 4
            return "*"
        if texts[:2] != ["^", "{"] or texts[2] not in {"(", "["}:
            return ""
        closing = ")" if texts[2] == "(" else "]"
        if closing not in texts:
            return ""
        end = texts.index(closing)
        if end + 2 >= len(texts):
            return ""
        if texts[end + 1] == "}":
            self.at += end + 2
        elif texts[end + 1 : end + 3] in (["ᵀ", "}"], ["T", "}"]):
            # W^{(l)ᵀ}: the label goes, `^{ᵀ}` stays for what reads powers.
            self.tokens[self.at + 2 : self.at + end + 1] = []
        else:
            return ""
        return f"({''.join(texts[3:end])})"

    # Meaning

    def meaning(self, written: Written) -> Node:
        symbol = self.symbols.find(written.whole)
        if symbol is not None and symbol.is_ != "function":
            return self.value_of(symbol)
        if (big := self.big_of(written)) is not None:
            return self.over(big, written.sub, written.token)
        op = CAPITAL.get(written.whole) or self.symbols.function(written.base)
        if written.whole in CAPITAL and written.sub:
            written.base, written.sub = written.whole, []
        if op is not None and self.is_call(written, op):
            return self.call(op, written)
        symbol = self.symbols.find(written.base + (f"^{written.label}" if written.label else ""))
        if symbol is not None and symbol.is_ in {"vector", "matrix"} and not written.primes:
            return self.entry_of(symbol, written)
        return self.undeclared(written)

    def is_call(self, written: Written, op: str) -> bool:
        """Whether a function's name stands for the function; σ and single capitals do only in
        front of a bracket, unless they are declared."""
        if self.symbols.find(written.base) or len(written.base) > 2:
            return True
        opens = self.here.text in {"(", "["} or written.primes > 0
        return opens or written.base in {"ln", "lg", "tr", "KL", "Tr"}

    def big_of(self, written: Written) -> str | None:
        """What goes over an index, if this is such a word or sign."""
        if self.symbols.find(written.base) or written.base not in BIG:
            return None
        if written.base in {"Σ", "Π"} or written.sub:
            return BIG[written.base]
        return None

    def value_of(self, symbol: Symbol) -> Node:
        if symbol.is_ == "index" or symbol.name in self.bound:
            return self.build.named(symbol.name, indices=frozenset({symbol.name}))
        return self.build.named(symbol.name, self.dims_of(symbol))

    def dims_of(self, symbol: Symbol) -> tuple[str, ...]:
        if symbol.shape:
            return symbol.shape
        return tuple(f"{symbol.name}#{axis}" for axis in range(_RANKS.get(symbol.is_, 0)))

    def entry_of(self, symbol: Symbol, written: Written) -> Node:
        """x_i, W_{ij}, the row W_i; what its dimensions are called is the range of the index."""
        dims = self.dims_of(symbol)
        parts = self.places(written, len(dims))
        if symbol.name == "Σ" and len(parts) == 1 < len(dims):
            if self.is_used_later(written.sub_text):
                return self.over("over_sum", written.sub, written.token)
            raise fault("formula.sum-or-matrix", column=written.token.column)
        if len(parts) > len(dims):
            if symbol.name == "δ" and len(parts) == 2:
                return self.kronecker(written)
            raise fault(
                "formula.too-many-indices", column=written.token.column, name=symbol.name,
                shape=", ".join(dims),
            )  # fmt: skip
        array = self.build.named(symbol.name, dims)
        indices = [self.place(part, dim) for part, dim in zip(parts, dims, strict=False)]
        return self.build.made("entry", array, *indices, dims=dims[len(parts) :])

    def is_used_later(self, letter: str) -> bool:
        """Whether an index stands in a subscript further on, so that Σ_i is a sum over it."""
        rest = self.tokens[self.at :]
        spelt = (each.text.partition("_")[2] for each in rest if each.kind == "name")
        below = (each.text for each in rest if each.kind == "sub")
        apart = (b.text for a, b in pairwise(rest) if a.text in {"_", "{", ","})
        return any(letter in text for text in (*spelt, *below, *apart))

    def subscripted(self, node: Node) -> Node:
        """softmax(z)_i: an entry of what is no name."""
        token = self.here
        sub = [self.take()] if token.kind == "sub" else []
        if self.skip("_"):
            sub = self.group()
        dims = self.build.kind(node).dims
        parts = self.places(Written(token, "", sub), len(dims))
        if len(parts) > len(dims):
            shape = ", ".join(dims)
            raise fault("formula.too-many-indices", column=token.column, name="_", shape=shape)
        indices = [self.place(part, dim) for part, dim in zip(parts, dims, strict=False)]
        return self.build.made("entry", node, *indices, dims=dims[len(parts) :])

    def places(self, written: Written, most: int) -> list[list[Token]]:
        """The tokens of each index in a subscript."""
        parts: list[list[Token]] = [[]]
        for token in written.sub:
            if token.text == ",":
                parts.append([])
            else:
                parts[-1].append(token)
        if len(parts) == 1 and len(parts[0]) == 1 and most > 1 and len(parts[0][0].text) > 1:
            (only,) = parts[0]
            if only.text.isalnum() and len(only.text) <= most:
                return [[self.letter(only, at)] for at in range(len(only.text))]
        return parts

    def letter(self, token: Token, at: int) -> Token:
        kind = "number" if token.text[at].isdigit() else "name"
        return Token(kind, token.text[at], token.column + at, token.column + at + 1)  # type: ignore[arg-type]

    def place(self, tokens: list[Token], dim: str) -> Node:
        """An index expression; each letter in it runs over `dim`."""
        if not tokens:
            raise self.unexpected("formula.operand-expected")
        outer, self.index_only = self.index_only, True
        node = self.inside(tokens)
        self.index_only = outer
        for letter in sorted(self.build.kind(node).indices):
            self.ranged(letter, dim, tokens[0], alone=node.op == "name")
        if node.op == "number" and not 0 <= node.value <= LARGEST_PLACE:  # type: ignore[operator]
            raise fault("formula.place-too-large", column=tokens[0].column, most=LARGEST_PLACE)
        return node

    def ranged(self, letter: str, dim: str, token: Token, *, alone: bool = True) -> None:
        known = self.found.runs_over(letter, dim, alone=alone)
        if known != dim and alone:
            column = token.column
            raise fault(
                "formula.index-two-sizes", column=column, index=letter, one=known, other=dim
            )

    def index_name(self, token: Token) -> Node:
        symbol = self.symbols.find(token.text)
        if symbol is not None and symbol.is_ == "scalar" and token.text not in self.bound:
            return self.build.named(symbol.name)
        if token.text in self.symbols.dims:
            return self.build.named(token.text)
        if not is_letter(token.text) or (symbol is not None and symbol.is_ != "index"):
            raise fault("formula.bad-index", column=token.column, name=token.text)
        return self.build.named(token.text, indices=frozenset({token.text}))

    # Names that nobody declared

    def undeclared(self, written: Written) -> Node:  # noqa: C901, PLR0911 - one meaning after another
        base, token = written.base, written.token
        if base == "I" and self.here.text in {"(", "[", "{"} and self.holds_condition():
            return self.indicator()
        whole = written.whole
        if not (written.sub or written.label or written.primes):
            if base in self.bound:
                return self.build.named(base, indices=frozenset({base}))
            if (word := {"π": "pi"}.get(base, base)) in CONSTANTS:
                return constant(word)
            if base in self.symbols.dims:
                return self.build.named(base)
        if base in {"δ", "I"} and len(self.places(written, 2)) == 2:
            return self.kronecker(written)
        if base == "I" and (not self.symbols.free or self.symbols.has_arrays):
            return self.identity(written)
        if written.primes and self.here.text == "(":
            raise unknown("formula.unknown-function", token, FUNCTIONS, base)
        if self.symbols.free and is_free_name(base) and not self.symbols.pieces(base):
            if base in CONSTANTS and written.sub_text == "":
                raise fault("formula.unknown-name", name=whole, column=token.column)
            return self.build.named(whole)
        return self.split(written)

    def split(self, written: Written) -> Node:
        """The product that a word of several letters may be; the rest hangs on its last factor."""
        base, token = written.base, written.token
        pieces = self.pieces_of(base) or self.symbols.pieces_of_whole(base, written.whole)
        if not pieces:
            raise self.unknown_name(written)
        if (
            self.at >= 2
            and self.tokens[self.at - 1] is token
            and self.tokens[self.at - 2].text == "/"
        ):
            raise fault("formula.ambiguous-fraction", column=token.column, found=pieces[-1])
        node = self.plain_name(pieces[0], token)
        for piece in pieces[1:-1]:
            node = self.build.product(node, self.plain_name(piece, token), "", token.column)
        written.base = pieces[-1]
        last = self.powered(self.meaning(written))
        return self.build.product(node, last, "", token.column)

    def plain_name(self, piece: str, token: Token) -> Node:
        return self.meaning(Written(token, spelled(piece)))

    def pieces_of(self, base: str) -> list[str]:
        head, last = base[:-1], base[-1:]
        if head and self.here.text == "(" and self.is_function(last):
            alone = self.symbols.is_factor(head) or (self.symbols.free and len(head) == 1)
            factors = [head] if alone else self.pieces_of(head)
            return [*factors, last] if factors else []
        pieces = self.symbols.pieces(base)
        if pieces or not self.symbols.free:
            return pieces
        letters = list(base)
        greek = any("\u0370" <= letter <= "\u03ff" for letter in letters)
        return letters if base.isalpha() and len(base) > 1 and (greek or len(base) == 2) else []

    def is_function(self, letter: str) -> bool:
        symbol = self.symbols.find(letter)
        return letter in FUNCTIONS if symbol is None else symbol.is_ == "function"

    def unknown_name(self, written: Written) -> DlprepError:
        known = {symbol.name for symbol in self.symbols.declared}
        known |= {alias for symbol in self.symbols.declared for alias in symbol.aliases}
        if self.here.text == "(":
            return unknown(
                "formula.unknown-function", written.token, [*FUNCTIONS, *known], written.base
            )
        return unknown(
            "formula.unknown-name", written.token, [*known, *self.symbols.dims], written.whole
        )

    def kronecker(self, written: Written) -> Node:
        """δ_{ij} is 1 where i = j, and 0 elsewhere."""
        parts = self.places(written, 2)
        outer, self.index_only = self.index_only, True
        i, j = (self.inside(part) for part in parts)
        self.index_only = outer
        ranges = self.found.ranges
        letters = sorted(self.build.kind(i).indices | self.build.kind(j).indices)
        known = next((ranges[letter] for letter in letters if letter in ranges), None)
        for letter in letters:
            if known is not None:
                self.ranged(letter, known, written.token)
        return self.build.made("eq", i, j)

    def indicator(self) -> Node:
        """[i = j] of two indices is δ_{ij}; any other condition is 1 where it holds."""
        if len(self.tokens) < self.at + 5:
            return super().indicator()
        opening, one, sign, other, closing = self.tokens[self.at : self.at + 5]
        letters = one.kind == other.kind == "name" and sign.text in {"=", "=="}
        if not letters or closing.text not in {"]", ")", "}"} or not self.may_index(one, other):
            return super().indicator()
        self.at += 5
        return self.kronecker(Written(opening, "δ", [one, Token("sign", ",", 0), other]))

    def may_index(self, *tokens: Token) -> bool:
        found = [self.symbols.find(token.text) for token in tokens]
        return all(is_letter(token.text) for token in tokens) and all(
            symbol is None or symbol.is_ == "index" for symbol in found
        )

    def identity(self, written: Written) -> Node:
        dim = written.sub_text or UNKNOWN
        if dim != UNKNOWN and dim not in self.symbols.dims:
            raise self.unknown_name(written)
        node = apply("eye", name(dim))
        self.build.kinds[node] = Kind((dim, dim))
        return node

    def call(self, op: str, written: Written) -> Node:
        raise NotImplementedError

    def over(self, op: str, sub: list[Token], sign: Token) -> Node:
        raise NotImplementedError
