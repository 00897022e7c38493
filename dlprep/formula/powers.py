"""What stands behind an operand: powers, transposes, inverses, attributes and brackets."""

from __future__ import annotations

from dataclasses import replace

from dlprep.expr.graph import FUNCTIONS as SCALAR
from dlprep.expr.graph import Node, apply, constant, in_order, name, number
from dlprep.expr.scalar import evaluate
from dlprep.formula.alphabet import GREEK, is_letter
from dlprep.formula.kinds import UNKNOWN, Kind
from dlprep.formula.mathematics import Expressions
from dlprep.formula.tokens import Token
from dlprep.model.message import fault

LARGEST_POWER = 10_000


class Powers(Expressions):
    """Reads what binds tightest."""

    def powered(self, node: Node) -> Node:  # noqa: C901 - a table
        """What stands behind an operand: powers, transposes, attributes, indices."""
        while True:
            token = self.here
            match token.kind, token.text:
                case "power", _:
                    node = self.power(node, self.superscript(self.take()), token)
                case "sup", _:
                    node = self.power(node, self.inside([self.take()]), token)
                case "sign", "^" | "**":
                    node = self.raised(node)
                case "sign", "ᵀ":
                    self.take()
                    node = self.build.transposed(self.ones(node), token.column)
                case "sign", ".":
                    node = self.attribute(node)
                case "sign", "[" if token.column == self.tokens[self.at - 1].stop:
                    if self.build.kind(node).is_number:
                        return node
                    node = self.indexed(node)
                case ("sub", _) | ("sign", "_") if self.build.kind(node).dims:
                    node = self.subscripted(node)
                case "sign", "!":
                    raise self.unexpected("formula.factorial")
                case _:
                    return node

    def bars_around(self, node: Node, opening: Token) -> Node:
        """|x| of a number or entry by entry; |x|₁ is a norm."""
        if self.here.text == "_" or self.here.kind == "sub":
            return self.norm(node)
        if self.build.kind(node).dims:
            raise fault("formula.bars-of-array", column=opening.column)
        return self.build.elementwise("abs", node, column=opening.column)

    def norm(self, node: Node) -> Node:
        later = []
        if (after := self.after_power()) is not None:  # ‖w‖²_F
            later.append(self.at)
            self.at = after
        order = self.order_of_norm()
        if self.build.kind(node).is_number:
            node = self.build.elementwise("abs", node, column=self.here.column)
        else:
            node = self.build.made("norm", node, *([] if order == 2 else [number(order)]))
        return self.raised_at(later, node)

    def order_of_norm(self) -> float:
        text = ""
        if self.here.kind == "sub":
            text = self.take().text
        elif self.skip("_"):
            text = "".join(token.text for token in self.group())
        orders = {"": 2, "2": 2, "F": 2, "1": 1, "∞": float("inf"), "inf": float("inf")}
        if text not in orders:
            raise self.unexpected("formula.norm-order")
        return orders[text]

    def after_power(self) -> int | None:
        """Where a subscript stands behind the power that stands here, as in x^2_i."""
        at = self.at
        if self.here.kind == "power":
            at += 1
        elif self.here.text == "^" and self.tokens[at + 1].kind in {"number", "name"}:
            at += 2
        elif self.here.text == "^" and self.tokens[at + 1].text == "{":
            depth = 0
            for at in range(self.at + 1, len(self.tokens)):
                depth += (self.tokens[at].text == "{") - (self.tokens[at].text == "}")
                if depth == 0:
                    break
            at += 1
        else:
            return None
        following = self.tokens[min(at, len(self.tokens) - 1)]
        return at if following.text == "_" or following.kind == "sub" else None

    def raised_at(self, starts: list[int], node: Node) -> Node:
        """The node with the powers that stand at earlier places, in front of a subscript."""
        for start in starts:
            self.at, back = start, self.at
            token = self.here
            if token.kind == "power":
                node = self.power(node, self.superscript(self.take()), token)
            else:
                node = self.raised(node)
            self.at = back
        return node

    def attribute(self, node: Node) -> Node:
        raise NotImplementedError

    def indexed(self, node: Node) -> Node:
        raise NotImplementedError

    def subscripted(self, node: Node) -> Node:
        raise NotImplementedError

    def superscript(self, token: Token) -> Node:
        digits = token.text.removeprefix("-")
        if len(digits) > 40:
            raise fault("formula.number-too-long", column=token.column, most=40)
        return number(-int(digits) if token.text.startswith("-") else int(digits))

    def raised(self, node: Node) -> Node:
        """What follows `^` or `**`: an exponent, a transpose or the inverse of a matrix."""
        sign = self.take()
        if sign.text == "^":
            self.part_exponent(sign)
        group = self.tokens[self.at + 1 :] if self.here.text == "{" else self.tokens[self.at :]
        texts = [token.text for token in group[:3]]
        if self.means_transpose(texts[0], node):
            self.group()
            return self.build.transposed(self.ones(node), sign.column)
        if texts[0] == "-" and self.means_transpose(texts[1], node):
            self.group()
            return self.build.transposed(self.inverse(node, sign), sign.column)
        if self.here.text == "{":
            return self.power(node, self.bracketed(), sign)
        clear = node.op in {"name", "entry"}  # β^2P is β²·P; e^2x could be e^{2x}
        return self.power(node, self.exponent(sign, clear=clear), sign)

    def part_exponent(self, sign: Token) -> None:
        """In w^Tw the exponent is T alone; a word such as ab in x^ab is refused."""
        token = self.here
        letters = token.text.partition("_")[0]
        known = self.symbols.find(token.text) or self.symbols.function(letters)
        if token.kind != "name" or len(letters) < 2 or known or is_letter(letters):
            return
        if self.symbols.find(letters) or letters in GREEK:
            return
        if letters[0] != "T" or self.symbols.find("T") is not None:
            raise fault("formula.ambiguous-power", column=sign.column, found=letters[1:])
        rest = replace(token, text=token.text[1:], column=token.column + 1)
        self.tokens[self.at : self.at + 1] = [replace(token, text="T", stop=rest.column), rest]

    def exponent(self, sign: Token, *, clear: bool = False) -> Node:
        """The exponent without braces; `e^2x` is refused, since e^{2x} may be meant."""
        token = self.here
        if self.skip("-"):
            return self.negated(self.exponent(sign, clear=clear))
        if self.skip("+"):
            return self.exponent(sign, clear=clear)
        node = self.powered(self.primary())
        last, following = self.tokens[self.at - 1], self.here
        tight = token.kind == "number" and following.kind == "name" and last is token
        if tight and following.column == token.stop and not (clear or self.is_latex()):
            raise fault("formula.ambiguous-power", column=sign.column, found=following.text)
        return node

    def is_latex(self) -> bool:
        return any(token.kind == "command" or token.text == "{" for token in self.tokens)

    def means_transpose(self, text: str, node: Node) -> bool:
        if text == "ᵀ":
            return True
        if text != "T" or self.symbols.find("T") is not None:
            return text == "T" and self.build.kind(node).dims != ()
        return not self.symbols.free or bool(self.build.kind(node).dims) or self.in_product(node)

    def in_product(self, node: Node) -> bool:
        """Whether wᵀw or xxᵀ is meant where nothing is declared: a Latin letter with another
        factor beside it; γ^T is a power."""
        word = str(node.value) if node.op == "name" else "γ"
        ends = self.at + (3 if self.here.text == "{" else 1)
        after = self.tokens[min(ends, len(self.tokens) - 1)]
        before = self.tokens[self.at - 3] if self.at > 2 else after
        beside = after.kind == "name" or after.text in {"@", "·", "("} or before.kind == "name"
        return word[0].isascii() and beside

    def ones(self, node: Node) -> Node:
        """In 1ᵀG the 1 is a vector of ones."""
        if node is not number(1):
            return node
        made = apply("ones", name(UNKNOWN))
        self.build.kinds[made] = Kind((UNKNOWN,))
        return made

    def inverse(self, node: Node, at: Token) -> Node:
        dims = self.build.kind(node).dims
        if len(dims) != 2 or dims[0] != dims[1]:
            raise fault("formula.inverse-of", column=at.column)
        return self.build.made("inv", node, dims=dims)

    def power(self, base: Node, exponent: Node, at: Token) -> Node:
        if len(self.build.kind(base).dims) == 2 and _is(exponent, -1):
            return self.inverse(base, at)
        if _is_constant(exponent) and not abs(evaluate(exponent, {})) <= LARGEST_POWER:
            raise fault("formula.power-too-large", column=at.column, most=LARGEST_POWER)
        if base is constant("e"):
            return self.build.elementwise("exp", exponent, column=at.column)
        return self.build.elementwise("pow", base, exponent, column=at.column)


def _is(node: Node, value: int) -> bool:
    if node.op == "neg":
        return _is(node.args[0], -value)
    return node.op == "number" and node.value == value


def _is_constant(node: Node) -> bool:
    parts = in_order(node)
    return all(part.op != "name" and (not part.args or part.op in _PLAIN) for part in parts)


_PLAIN = frozenset((*SCALAR, "add", "sub", "mul", "div", "pow", "neg", "floordiv", "mod"))
