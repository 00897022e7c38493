r"""Derivatives within formulas: `∂L/∂p_i · ∂p_i/∂z_j`, `\frac{dL}{dw}`, `∇_w L`, `d/dx tanh(x)`.

Only where a table of symbols has `slopes`; the names in them must be declared. `∂L/∂σ²` is the
derivative by the square. What a name depends on is no business of the reader: `formula.scope`
puts the definitions in.
"""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.expr.graph import Node, name, number
from dlprep.formula.alphabet import spelled
from dlprep.formula.names import Written
from dlprep.formula.sums import Sums
from dlprep.formula.symbols import Table
from dlprep.formula.tokens import Token
from dlprep.model.item import Symbol
from dlprep.model.message import fault

_SQUARES = (["^", "2"], ["**", "2"], ["^", "{", "2", "}"])


class Slopes(Sums):
    """Reads derivatives as what they are."""

    def __init__(self, tokens: list[Token], symbols: Table) -> None:
        super().__init__(with_signs(tokens, symbols) if symbols.slopes else tokens, symbols)

    def derivative(self, token: Token) -> Node:
        if not self.symbols.slopes:
            return super().derivative(token)
        if token.text == "∇":
            return self.nabla(token)
        body = None if self.here.text == "/" else self.numerator()
        if not (self.skip("/") and self.skip("∂")):
            raise fault("formula.derivative-inside", column=token.column)
        bracketed = self.skip("(")
        written, by = self.variable()
        squared = self.squared() or bool(written.later)
        if bracketed:
            self.closed(token)
        if body is None:
            body = self.powered(self.primary())
        node = self.by_name(body, written, by)
        if not squared:
            return node
        value = self.entry_of(by, written) if written.sub else self.value_of(by)
        twice = self.build.elementwise("mul", number(2), value, column=token.column)
        return self.build.elementwise("div", node, twice, column=token.column, sign="/")

    def nabla(self, token: Token) -> Node:
        if not self.skip("_"):
            raise fault("formula.derivative-inside", column=token.column)
        outer, at = self.tokens, self.at
        group = self.group()
        after, self.tokens, self.at = self.at, [*group, Token("end", "", outer[at].column)], 0
        written, by = self.variable()
        self.tokens, self.at = outer, after
        return self.by_name(self.powered(self.primary()), written, by)

    def numerator(self) -> Node:
        """What is differentiated; `log p_k` needs no brackets above the line."""
        self.above = True
        node = self.powered(self.primary())
        self.above = False
        return node

    def variable(self) -> tuple[Written, Symbol]:
        """What is differentiated by: a declared name, or an entry of one."""
        token = self.take()
        if token.kind != "name":
            raise fault("formula.derivative-inside", column=token.column)
        written = self.written(token, *self.parted(token.text))
        symbol = self.symbols.find(written.whole)
        if symbol is not None:
            written.sub = []
            return written, symbol
        symbol = self.symbols.find(written.base + (f"^{written.label}" if written.label else ""))
        if symbol is None or not self.dims_of(symbol):
            raise self.unknown_name(written)
        return written, symbol

    def squared(self) -> bool:
        if self.here.kind == "power" and self.here.text == "2":
            self.take()
            return True
        for texts in _SQUARES:
            if [each.text for each in self.tokens[self.at : self.at + len(texts)]] == texts:
                self.at += len(texts)
                return True
        return False

    def by_name(self, body: Node, written: Written, by: Symbol) -> Node:
        above, below = self.build.kind(body).dims, self.dims_of(by)
        node = self.build.made("slope", body, name(by.name), dims=(*above, *below))
        if not written.sub:
            return node
        parts = self.places(written, len(below))
        if above or len(parts) > len(below):
            raise fault("formula.derivative-inside", column=written.token.column)
        indices = [self.place(part, dim) for part, dim in zip(parts, below, strict=False)]
        return self.build.made("entry", node, *indices, dims=below[len(parts) :])

    def fraction(self) -> Node:
        texts = [token.text for token in self.tokens[self.at + 1 : self.at + 3]]
        if not self.symbols.slopes or texts != ["{", "∂"]:
            return super().fraction()
        start = self.at
        self.take()
        above, below = self.group(), self.group()
        flat = [*above, Token("sign", "/", below[0].column if below else 1), *below]
        if len(above) > 1:
            return self.inside(flat)
        self.tokens[start : self.at] = flat
        self.at = start
        return self.special()

    def meaning(self, written: Written) -> Node:
        """s(x) is s, and s′ its derivative, where s is defined by x."""
        symbol = self.symbols.find(written.whole.rstrip("'"))
        causes = self.symbols.of.get(symbol.name) if symbol else None
        if symbol is None or not causes:
            return super().meaning(written)
        if written.primes == 1 and (by := self.only_cause(causes)) is not None:
            self.skip_causes(causes)
            return self.by_name(self.value_of(symbol), Written(written.token, ""), by)
        if not written.primes:
            self.skip_causes(causes)
        return super().meaning(written)

    def only_cause(self, causes: frozenset[str]) -> Symbol | None:
        roots = [word for word in sorted(causes) if word not in self.symbols.of]
        found = [symbol for word in roots if (symbol := self.symbols.find(word)) is not None]
        return found[0] if len(found) == 1 else None

    def skip_causes(self, causes: frozenset[str]) -> None:
        """Move past (x) or (x, y) behind a name that is defined by these."""
        end = self.at + 1
        if self.here.text != "(":
            return
        while self.tokens[end].kind == "name" or self.tokens[end].text == ",":
            end += 1
        inside = [each for each in self.tokens[self.at + 1 : end] if each.text != ","]
        names = {symbol.name for each in inside if (symbol := self.symbols.find(each.text))}
        if self.tokens[end].text == ")" and inside and len(names) == len(inside):
            self.at = end + 1 if names <= causes else self.at

    def undeclared(self, written: Written) -> Node:
        """`dW` is the derivative of the loss by W, as people write in NumPy."""
        loss = self.symbols.find(self.symbols.loss) if self.symbols.slopes else None
        if loss is not None and len(written.base) > 1 and written.base[0] == "d":
            inner = Written(written.token, spelled(written.base[1:]), written.sub, written.label)
            by = self.symbols.find(inner.whole)
            if by is not None:
                return self.by_name(self.value_of(loss), Written(written.token, ""), by)
            by = self.symbols.find(inner.base)
            if by is not None and self.dims_of(by):
                return self.by_name(self.value_of(loss), inner, by)
        return super().undeclared(written)


def with_signs(tokens: Sequence[Token], symbols: Table) -> list[Token]:
    """dL/dw with the signs ∂, above and below a line."""
    found = list(tokens)
    for at in reversed(range(len(found))):
        if not _is_d(found[at], symbols):
            continue
        below = _below(found, at)
        if below is not None and _is_d(found[below], symbols):
            found[below : below + 1] = _parted(found[below])
            found[at : at + 1] = _parted(found[at])
    return found


def _is_d(token: Token, symbols: Table) -> bool:
    return token.kind == "name" and token.text[0] == "d" and symbols.find(token.text) is None


def _below(tokens: list[Token], at: int) -> int | None:
    """Where the denominator of what starts here begins."""
    if at >= 2 and tokens[at - 1].text == "{" and tokens[at - 2].kind == "command":
        closing = next((k for k in range(at, len(tokens)) if tokens[k].text == "}"), None)
        opens = closing is not None and tokens[closing + 1].text == "{"
        return closing + 2 if opens and closing is not None else None
    after = at + 1
    while (end := _decoration(tokens, after)) != after:
        after = end
    return after + 1 if tokens[after].text == "/" else None


def _decoration(tokens: list[Token], at: int) -> int:
    """The place behind the subscript or the brackets that stand here."""
    if tokens[at].kind == "sub":
        return at + 1
    if tokens[at].text == "_" and tokens[at + 1].kind != "end":
        return _decoration(tokens, at + 1) if tokens[at + 1].text == "{" else at + 2
    closing = {"(": ")", "{": "}"}.get(tokens[at].text)
    ends = [k for k in range(at, len(tokens)) if tokens[k].text == closing]
    return ends[0] + 1 if ends else at


def _parted(token: Token) -> list[Token]:
    sign = Token("sign", "∂", token.column, token.column + 1)
    if len(token.text) == 1:
        return [sign]
    return [sign, Token("name", token.text[1:], token.column + 1, token.stop)]
