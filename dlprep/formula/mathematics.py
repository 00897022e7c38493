r"""What people write becomes an expression: LaTeX, NumPy, Unicode and mixtures of them.

A Pratt parser over `lexis.math_tokens` that knows the question's symbols, so that it can tell a
product from a call, an entry from a label, and a matrix product from one entry by entry. What
could be meant in two ways is refused with the column, never guessed; nothing is executed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from dlprep.expr.graph import Node, number
from dlprep.formula.alphabet import FRACTIONS
from dlprep.formula.cursor import Cursor
from dlprep.formula.kinds import Builder
from dlprep.formula.lexis import math_tokens
from dlprep.formula.symbols import Table
from dlprep.formula.tokens import Token
from dlprep.model.message import fault

ALTERNATIVE, OR, AND, NOT, COMPARISON, SUM, PRODUCT, NEGATION = 5, 10, 20, 30, 40, 50, 60, 70

_BINARY: MappingProxyType[str, tuple[str, int]] = MappingProxyType(
    {
        "+": ("add", SUM),
        "-": ("sub", SUM),
        "/": ("div", PRODUCT),
        **dict.fromkeys(("*", "·", "×", "⊙", "⊗", "@"), ("mul", PRODUCT)),
        "//": ("floordiv", PRODUCT),
        "%": ("mod", PRODUCT),
        "<": ("lt", COMPARISON),
        ">": ("gt", COMPARISON),
        "<=": ("le", COMPARISON),
        "≤": ("le", COMPARISON),
        ">=": ("ge", COMPARISON),
        "≥": ("ge", COMPARISON),
        "==": ("eq", COMPARISON),
        "!=": ("ne", COMPARISON),
        "≠": ("ne", COMPARISON),
        "and": ("and", AND),
        "or": ("or", OR),
        "if": ("if", ALTERNATIVE),
    }
)
_BRACKETS: MappingProxyType[str, str] = MappingProxyType(
    {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "|": "|", "‖": "‖"}
)
_KEYWORDS = frozenset(("and", "or", "not", "if", "else", "otherwise"))


@dataclass(slots=True)
class Found:
    """What a reader learns on the way: the size that each index runs over (in symbols) and for
    which letters it is a guess, and names that must be whole numbers."""

    ranges: dict[str, str] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    naturals: set[str] = field(default_factory=set)

    def runs_over(self, letter: str, dim: str, *, alone: bool) -> str:
        """The size that a letter runs over, which stands in a place of size `dim`: `alone`, or in
        a sum as in x_{i+k−1}, where its own size is a guess."""
        known = self.ranges.get(letter)
        if known is None or (alone and letter in self.guessed):
            self.ranges[letter] = dim
            (self.guessed.discard if alone else self.guessed.add)(letter)
        elif not alone and letter in self.guessed and known.isdigit() and dim.isdigit():
            self.ranges[letter] = min(known, dim, key=int)
        return self.ranges[letter]


class Expressions(Cursor):
    """Operators, brackets and numbers; names, calls and sums are in the classes built on it."""

    def __init__(self, tokens: list[Token], symbols: Table) -> None:
        super().__init__(tokens)
        self.symbols = symbols
        self.build = Builder()
        self.found = Found()
        self.bound: list[str] = []
        self.bars: list[str] = []
        self.equality = False  # whether = compares, as in δ = [i = j]

    def whole(self) -> Node:
        if len(self.tokens) == 1:
            raise fault("formula.empty")
        node = self.expression(0)
        if self.here.kind != "end":
            raise self.unexpected("formula.trailing")
        return node

    # Operators

    def expression(self, power: int) -> Node:
        """Operands joined by operators that bind tighter than `power`."""
        self.deeper()
        node = self.operand(power)
        while (operator := self.operator()) is not None and operator[1] > power:
            node = self.joined(node, *operator)
        self.depth -= 1
        return node

    def operator(self) -> tuple[str, int] | None:
        """The operation that stands here between two operands, and how tightly it binds."""
        token = self.here
        if token.kind in {"sign", "name"} and token.text in _BINARY:
            return _BINARY[token.text]
        if token.text == "=" and self.equality:
            return "eq", COMPARISON
        return ("juxtaposed", PRODUCT) if self.starts_operand() else None

    def starts_operand(self) -> bool:
        """Whether a factor without a sign in front stands here."""
        token = self.here
        match token.kind:
            case "name":
                return token.text not in _KEYWORDS
            case "command":
                return token.text in {"frac", "dfrac", "tfrac", "cfrac", "sqrt"}
            case "fraction":
                return False
            case "sign":
                if token.text in {"|", "‖"}:
                    return not self.bars
                return token.text in "([{⌊⌈⟨√∛∑∏∂∇𝟏𝟙"
            case _:
                return False

    def joined(self, left: Node, op: str, power: int) -> Node:
        token = self.here
        before = self.tokens[self.at - 1]
        if op != "juxtaposed":
            self.take()
        match op:
            case "if":
                return self.alternative(left)
            case "juxtaposed" | "mul":
                sign = "" if op == "juxtaposed" else token.text
                right = self.factor(left, power)
                self.build.unambiguous(left, right, token.column)
                return self.build.product(left, right, sign, token.column)
            case "div":
                return self.quotient(left, before, token)
        right = self.expression(power)
        node = self.build.elementwise(op, left, right, column=token.column, sign=token.text)
        following = self.operator()
        if power != COMPARISON or following is None or following[1] != COMPARISON:
            return node
        rest = self.joined(right, *following)
        return self.build.elementwise("and", node, rest, column=token.column)

    def factor(self, left: Node, power: int) -> Node:
        return self.expression(power)

    def quotient(self, left: Node, before: Token, slash: Token) -> Node:
        """A quotient; `a/2σ` is refused, since it could be a/(2σ) or (a/2)σ."""
        start = self.at
        right = self.expression(PRODUCT)
        last, token = self.tokens[self.at - 1], self.here
        if self.starts_operand() and token.column == last.stop:
            numbers = before.kind == last.kind == "number" and self.at == start + 1
            if not (token.text in {"∑", "∏"} or (numbers and token.text in "([{")):
                raise fault("formula.ambiguous-fraction", column=slash.column, found=token.text)
        return self.build.elementwise("div", left, right, column=slash.column, sign="/")

    def alternative(self, value: Node) -> Node:
        """`value if condition else other`."""
        column = self.here.column
        condition = self.expression(ALTERNATIVE)
        if not self.skip("else"):
            raise self.unexpected("formula.else-missing")
        other = self.expression(ALTERNATIVE - 1)
        return self.build.elementwise("if", condition, value, other, column=column)

    # Operands

    def operand(self, power: int) -> Node:
        token = self.here
        if token.kind == "sign" and token.text in {"-", "+"}:
            self.take()
            # At the start of a term the sign belongs to all of it: −y·log p.
            inner = self.expression(PRODUCT - 1 if power < PRODUCT else NEGATION - 1)
            return self.negated(inner) if token.text == "-" else inner
        if self.skip("not"):
            return self.build.elementwise("not", self.expression(NOT - 1), column=token.column)
        return self.powered(self.primary())

    def negated(self, node: Node) -> Node:
        return self.build.elementwise("neg", node, column=self.here.column)

    def primary(self) -> Node:  # noqa: C901, PLR0911 - a table
        token = self.here
        match token.kind, token.text:
            case "number", _:
                return self.numeral()
            case "fraction", text:
                self.take()
                return number(Fraction(*FRACTIONS[text]))
            case "sign", "(" | "[" | "{" | "⌊" | "⌈" | "|" | "‖":
                return self.bracketed()
            case "sign", "⟨":
                return self.inner_product()
            case "sign", "√" | "∛":
                return self.root()
            case "command", "frac" | "dfrac" | "tfrac" | "cfrac":
                return self.fraction()
            case "command", "sqrt":
                return self.root_command()
            case "name", text if text not in _KEYWORDS or self.is_conditional():
                return self.named()
            case "sign", "∑" | "∏" | "∂" | "∇" | "𝟏" | "𝟙":
                return self.special()
            case "command", "begin":
                return self.cases()
        raise self.operand_missing()

    def is_conditional(self) -> bool:
        """Whether if(condition, value, other) stands here."""
        return self.here.text == "if" and self.tokens[self.at + 1].text == "("

    def named(self) -> Node:
        raise NotImplementedError

    def special(self) -> Node:
        raise NotImplementedError

    def numeral(self) -> Node:
        token = self.take()
        text = self.here.text
        if token.text == "1" and text in {"[", "{", "("} and self.holds_condition():
            return self.indicator()
        if self.here.kind in {"number", "fraction"}:
            if self.here.kind == "fraction" and token.text.isdigit():
                return number(int(token.text) + Fraction(*FRACTIONS[self.take().text]))
            raise self.unexpected("formula.trailing")
        return _value(token)

    def indicator(self) -> Node:
        """The bracket that opens here: 1 where its condition holds."""
        return self.bracketed()

    def holds_condition(self) -> bool:
        """Whether the bracket that opens here holds a comparison at its own level."""
        depth = 0
        for token in self.tokens[self.at :]:
            depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
            if depth == 0:
                return False
            compares = token.text == "=" or _BINARY.get(token.text, ("", 0))[1] == COMPARISON
            if depth == 1 and compares and token.kind == "sign":
                return True
        return False

    def bracketed(self) -> Node:
        opening = self.take()
        bars, equality = self.bars, self.equality
        # Within another kind of bracket a bar opens again.
        self.bars = [*bars, opening.text] if opening.text in {"|", "‖"} else []
        self.equality = opening.text in {"[", "{", "("}
        node = self.expression(0)
        if opening.text == "{" and self.here.text == "over" and self.here.kind == "command":
            column = self.take().column
            node = self.build.elementwise("div", node, self.expression(0), column=column, sign="/")
        self.bars, self.equality = bars, equality
        self.closed(opening, _BRACKETS[opening.text])
        self.build.dots.discard(node)
        match opening.text:
            case "|":
                return self.bars_around(node, opening)
            case "‖":
                return self.norm(node)
            case "⌊" | "⌈":
                op = "floor" if opening.text == "⌊" else "ceil"
                return self.build.elementwise(op, node, column=opening.column)
        return node

    def inner_product(self) -> Node:
        """⟨a, b⟩."""
        opening = self.take()
        left = self.expression(0)
        if not self.skip(","):
            raise self.unexpected("formula.operand-expected")
        node = self.build.product(left, self.expression(0), "·", opening.column)
        self.build.dots.discard(node)
        self.closed(opening, "⟩")
        return node

    def bars_around(self, node: Node, opening: Token) -> Node:
        raise NotImplementedError

    def norm(self, node: Node) -> Node:
        raise NotImplementedError

    def group(self) -> list[Token]:
        """The tokens of the `{…}` that opens here without the braces, or the one token."""
        if self.here.text != "{":
            return [self.take()]
        opening, start, depth = self.here, self.at + 1, 0
        while True:
            token = self.take()
            depth += (token.text == "{") - (token.text == "}")
            if token.kind == "end":
                raise fault("formula.unclosed", column=token.column, opening=opening.column)
            if depth == 0:
                return self.tokens[start : self.at - 1]

    def root(self) -> Node:
        sign = self.take()
        node = self.powered(self.primary())
        last, token = self.tokens[self.at - 1], self.here
        if last.kind == "number" and self.starts_operand() and token.column == last.stop:
            raise fault("formula.ambiguous-root", column=sign.column)
        return self.rooted(node, 3 if sign.text == "∛" else 2, sign)

    def rooted(self, node: Node, degree: int, at: Token) -> Node:
        if degree == 2:
            return self.build.elementwise("sqrt", node, column=at.column)
        return self.build.elementwise("pow", node, number(Fraction(1, degree)), column=at.column)

    def root_command(self) -> Node:
        command = self.take()
        degree = 2
        if self.skip("["):
            token = self.take()
            if not token.text.isdigit() or not 2 <= int(token.text) <= 9:
                raise fault("formula.norm-order", column=token.column, found=token.text)
            degree = int(token.text)
            self.closed(command, "]")
        return self.rooted(self.argument(), degree, command)

    def fraction(self) -> Node:
        r"""`\frac{a}{b}`, and `\frac12`."""
        command = self.take()
        texts = [token.text for token in self.tokens[self.at : self.at + 7]]
        if texts[:2] == ["{", "∂"] and texts[3:6] == ["}", "{", "∂"]:
            return self.derivative_fraction()
        above = self.argument()
        below = self.argument()
        return self.build.elementwise("div", above, below, column=command.column, sign="/")

    def derivative_fraction(self) -> Node:
        raise NotImplementedError

    def argument(self) -> Node:
        """The group, or the single token, that follows a command."""
        token = self.here
        if token.text == "{":
            return self.bracketed()
        if len(token.text) > 1 and (token.text.isdigit() or token.text.isalpha()):
            self.tokens[self.at : self.at + 1] = [
                Token(token.kind, each, token.column + at, token.column + at + 1)
                for at, each in enumerate(token.text)
            ]
        return self.primary() if self.here.kind != "number" else _value(self.take())

    def cases(self) -> Node:
        raise NotImplementedError

    def powered(self, node: Node) -> Node:
        raise NotImplementedError

    def inside(self, tokens: list[Token]) -> Node:
        """A few tokens as an expression of their own, within this reader's world."""
        if len(tokens) == 1 and tokens[0].kind in {"sup", "sub"}:
            column = tokens[0].column
            tokens = [
                Token(each.kind, each.text, column, column) for each in math_tokens(tokens[0].text)
            ][:-1]
        outer, at = self.tokens, self.at
        end = Token("end", "", outer[at].column)
        self.tokens, self.at = [*tokens, end], 0
        node = self.whole()
        self.tokens, self.at = outer, at
        return node


def _value(token: Token) -> Node:
    return number(int(token.text) if token.text.isdigit() else float(token.text))
