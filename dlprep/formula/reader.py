"""Text becomes an expression: a Pratt parser over tokens, and nothing is ever executed.

The dialect is the scalar one of docs/authoring.md: numbers, names, arithmetic, comparisons
(which chain, as in `0 < a < 1`), `and or not`, parentheses and the functions of
`expr.graph.FUNCTIONS`. `^` and superscript digits are powers too. Hostile input meets a limit
before it costs time: length of text, digits of a number, nesting, size of constant powers.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from dlprep.expr.graph import CONSTANTS, FUNCTIONS, Node, apply, constant, name, names_in, number
from dlprep.expr.scalar import evaluate
from dlprep.expr.show import INFIX, PREFIX
from dlprep.formula.cursor import Cursor, unknown
from dlprep.formula.tokens import MOST_DIGITS, Token, tokens
from dlprep.model.message import fault

LARGEST_POWER = 10_000

_BINARY = {sign: (op, power) for op, (sign, power) in INFIX.items()}
_COMPARISON = INFIX["lt"][1]
_NEGATION = PREFIX["neg"][1]
_NOT = PREFIX["not"][1]


def read_expression(text: str, names: Collection[str] = ()) -> Node:
    """The expression that `text` says, in terms of `names`.

    A name in `names` wins over the constants `e` and `pi`. Raises a fault `formula.…` with the
    column (from 1) of what could not be read, and for an unknown name the nearest known ones.
    """
    return _read(text, frozenset(names))


@lru_cache(maxsize=1024)
def _read(text: str, names: frozenset[str]) -> Node:
    return _Reader(tokens(text), names).whole()


class _Reader(Cursor):
    """Reads the scalar dialect."""

    def __init__(self, found: list[Token], names: frozenset[str]) -> None:
        super().__init__(found)
        self.names = names

    def whole(self) -> Node:
        if len(self.tokens) == 1:
            raise fault("formula.empty")
        node = self.expression(0)
        if self.at + 1 < len(self.tokens):
            raise self.unexpected("formula.trailing")
        return node

    def expression(self, power: int) -> Node:
        """Operands joined by operators that bind tighter than `power`."""
        self.deeper()
        node = self.operand()
        while (operator := self.operator()) is not None and operator[1] > power:
            node = self.joined(node, *operator)
        self.depth -= 1
        return node

    def operator(self) -> tuple[str, int] | None:
        """The operation that stands here between two operands, and how tightly it binds."""
        token = self.here
        if token.kind == "power":
            return "pow", INFIX["pow"][1]
        return _BINARY.get(token.text) if token.kind in {"sign", "name"} else None

    def joined(self, left: Node, op: str, power: int) -> Node:
        token = self.take()
        if token.kind == "power":
            return self.checked_power(left, _superscript(token), token)
        if op == "pow":
            # The right side of ** takes a sign of its own and further powers: 2**-3**2.
            return self.checked_power(left, self.expression(_NEGATION - 1), token)
        right = self.expression(power)
        node = apply(op, left, right)
        following = self.operator()
        if power != _COMPARISON or following is None or following[1] != _COMPARISON:
            return node
        return apply("and", node, self.joined(right, *following))

    def checked_power(self, base: Node, exponent: Node, at: Token) -> Node:
        if not names_in(exponent) and not abs(evaluate(exponent, {})) <= LARGEST_POWER:
            raise fault("formula.power-too-large", column=at.column, most=LARGEST_POWER)
        return apply("pow", base, exponent)

    def operand(self) -> Node:
        token = self.here
        if token.kind == "number":
            return _number(self.take())
        if self.skip("("):
            node = self.expression(0)
            self.closed(token)
            return node
        if self.skip("-"):
            return apply("neg", self.expression(_NEGATION - 1))
        if self.skip("+"):
            return self.expression(_NEGATION - 1)
        if self.skip("not"):
            return apply("not", self.expression(_NOT - 1))
        if token.kind == "name" and token.text not in _BINARY:
            return self.named(self.take())
        raise self.operand_missing()

    def named(self, token: Token) -> Node:
        if self.here.text == "(":
            return self.call(token)
        if token.text in self.names:
            return name(token.text)
        word = "pi" if token.text == "π" else token.text
        if word in CONSTANTS:
            return constant(word)
        if word in FUNCTIONS:
            raise fault("formula.call-expected", name=word, column=token.column)
        raise unknown("formula.unknown-name", token, self.names | CONSTANTS)

    def call(self, token: Token) -> Node:
        if token.text in self.names:
            raise fault("formula.unknown-function", name=token.text, column=token.column)
        if token.text not in FUNCTIONS:
            raise unknown("formula.unknown-function", token, FUNCTIONS.keys())
        opening = self.take()
        args = [self.expression(0)]
        while self.skip(","):
            args.append(self.expression(0))
        self.closed(opening)
        least, most = FUNCTIONS[token.text]
        if len(args) < least or (most is not None and len(args) > most):
            raise fault(
                "formula.arguments",
                name=token.text,
                column=token.column,
                expected=least if least == most else f"{least}–{most or '…'}",
                got=len(args),
            )
        return apply(token.text, *args)


def _number(token: Token) -> Node:
    if token.text.isdigit():
        return number(int(token.text))
    return number(float(token.text))


def _superscript(token: Token) -> Node:
    digits = token.text.removeprefix("-")
    if len(digits) > MOST_DIGITS:
        raise fault("formula.number-too-long", column=token.column, most=MOST_DIGITS)
    node = number(int(digits))
    return apply("neg", node) if token.text.startswith("-") else node
