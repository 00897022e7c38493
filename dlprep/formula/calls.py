"""Calls: `log p_k`, `σ′(z)`, `np.sum(x, axis=0, keepdims=True)`, `.T`, `x[:, None]`, cases."""

from __future__ import annotations

from types import MappingProxyType

from dlprep.expr.graph import Node, apply, name, number
from dlprep.formula.functions import CALLS, Args
from dlprep.formula.kinds import size_of
from dlprep.formula.names import Written
from dlprep.formula.slopes import Slopes
from dlprep.formula.tokens import Token
from dlprep.model.message import fault

ELEMENTWISE = frozenset(
    (
        *("exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "tanh", "sin", "cos", "tan"),
        *("sinh", "cosh", "abs", "sign", "sigmoid", "relu", "softplus", "erf", "floor", "ceil"),
        *("round", "arctan", "silu", "gelu", "normal_cdf", "neg"),
    )
)
REDUCING = MappingProxyType(
    {"sum": "sum", "prod": "prod", "mean": "mean", "var": "var", "max": "amax", "min": "amin"}
)
ALONG = frozenset(("softmax", "log_softmax", "logsumexp"))
MOST_PRIMES = 3
Options = dict[str, Node | None]


class Formulas(Slopes):
    """The whole grammar of typed formulas."""

    def call(self, op: str, written: Written) -> Node:
        token = written.token
        powers = self.powers_of_function(written)
        base = written.sub_text
        if op == "log" and base:
            op = {"2": "log2", "10": "log10", "e": "log"}.get(base, "log-to-base")
        if op == "log-to-base":
            below = self.build.elementwise("log", self.inside(written.sub), column=token.column)
            args, options = self.arguments("log", token)
            above = self.build.elementwise("log", args[0], column=token.column)
            return self.build.elementwise("div", above, below, column=token.column)
        if base and op not in {"log2", "log10", "log", "norm", "softmax", "expect"}:
            raise self.unknown_name(written)
        args, options = self.arguments(op, token)
        if written.primes:
            node = self.slope(op, written, args)
        else:
            node = self.applied(op, args, options, written)
        for sign, exponent in powers:
            node = self.power(node, exponent, sign)
        return node

    def powers_of_function(self, written: Written) -> list[tuple[Token, Node]]:
        """The powers between a function and its argument: tanh²(z)."""
        powers = []
        while self.here.kind == "power" or self.here.text in {"^", "**"}:
            sign = self.take()
            if sign.kind == "power":
                exponent = self.superscript(sign)
            elif self.here.text in {"{", "("}:
                exponent = self.bracketed()
            elif self.here.kind == "number":
                exponent = self.numeral()
            else:
                raise self.operand_missing()
            if exponent.op == "neg" or (exponent.op == "number" and exponent.value == -1):
                raise fault("formula.inverse-function", column=sign.column)
            powers.append((sign, exponent))
        return powers

    def arguments(self, op: str, token: Token, least: int = 1) -> tuple[Args, Options]:
        opening = self.here
        brackets = {"(": ")", "{": "}", "[": "]"}
        if opening.text not in brackets:
            if op in _NEVER_BARE or opening.kind == "end":
                raise fault("formula.call-expected", name=token.text, column=token.column)
            return [self.bare_argument()], {}
        self.take()
        # In KL(p‖q) a bar separates; elsewhere it may open within a call.
        bars, self.bars = self.bars, ["‖"] if op in {"kl", "entropy"} else []
        args: Args = []
        options: Options = {}
        while self.here.text != brackets[opening.text]:
            if self.here.kind == "name" and self.tokens[self.at + 1].text == "=":
                word = self.take().text
                options[word] = self.option()
            else:
                args.append(self.expression(0))
            separators = {",", ";"} | ({"‖", "|"} if op in {"kl", "entropy"} else set())
            if self.here.text not in separators:
                break
            self.take()
        self.closed(opening, brackets[opening.text])
        self.bars = bars
        if len(args) < least:
            raise fault("formula.call-expected", name=token.text, column=token.column)
        return args, options

    def option(self) -> Node | None:
        """The value of `axis=…`; None is None, and so is False."""
        self.take()
        token = self.here
        if token.text in {"None", "True", "False"}:
            self.take()
            return number(1) if token.text == "True" else None
        if token.text == "float":
            self.take()
            return None
        return self.expression(0)

    def bare_argument(self) -> Node:
        """What a function without brackets is applied to: the factor behind it. `log p(1−p)`
        and `log p/q` are refused, since both could be meant."""
        start = self.here
        if self.skip("-"):
            return self.negated(self.bare_argument())
        node = self.powered(self.primary())
        numbers = start.kind == "number"
        while self.starts_operand() and not self.is_function_next():
            plain = self.here.kind == "name" and numbers
            if not plain:
                raise fault("formula.ambiguous-argument", column=start.column, found=self.here.text)
            column = self.here.column
            node = self.build.product(node, self.powered(self.primary()), "", column)
        if self.here.text == "/" and not (self.above or self.averages()):
            raise fault("formula.ambiguous-argument", column=start.column, found="/")
        return node

    def averages(self) -> bool:
        """Whether ` / N` follows, set apart by a space: log p / N divides the logarithm."""
        slash, below = self.here, self.tokens[self.at + 1]
        apart = slash.column > self.tokens[self.at - 1].stop
        size = below.kind == "number" or (len(below.text) == 1 and below.text.isupper())
        return apart and size and self.symbols.function(below.text) is None

    def is_function_next(self) -> bool:
        """Whether a function or a sum starts here, which no argument without brackets takes in."""
        token = self.here
        if token.text in {"∑", "∏", "√"} or token.kind == "command":
            return True
        base, _ = self.parted(token.text) if token.kind == "name" else ("", "")
        return bool(base) and self.symbols.function(base) is not None and len(base) > 1

    def slope(self, op: str, written: Written, args: Args) -> Node:
        """σ′(z): a derivative of an elementwise function."""
        if written.primes > MOST_PRIMES or len(args) != 1:
            raise fault("formula.primes", column=written.token.column, most=MOST_PRIMES)
        if op not in ELEMENTWISE and self.symbols.find(op) is None:
            raise fault("formula.no-derivative", column=written.token.column, name=op)
        return self.function_call(op, written.primes, args[0])

    def function_call(self, op: str, order: int, place: Node) -> Node:
        kind = self.build.kind(place)
        node = apply("call", name(op), number(order), place)
        self.build.kinds[node] = kind
        return node

    def applied(  # noqa: PLR0911 - one kind of function after another
        self, op: str, args: Args, options: Options, written: Written
    ) -> Node:
        column = written.token.column
        if op in ELEMENTWISE and options.keys() <= {"dtype"} and (op != "round" or len(args) == 1):
            self.expect(args, 1, 1, written)
            return self.build.elementwise(op, args[0], column=column, sign=op)
        if op in REDUCING and (len(args) == 1 or op not in {"max", "min"}):
            return self.reduction(op, args, options, written)
        if op in {"max", "min"} and not options:
            return self.extremum(op, args, column)
        if op in ALONG:
            return self.along(op, args, options, written)
        if op in CALLS:
            least, most, rule = CALLS[op]
            if op in {"std", "norm"} and options.keys() - {"ord"}:
                return self.spread_or_size(op, args, options, written)
            if stray := next(iter(options.keys() - {"ord", "dtype"}), None):
                raise fault("formula.unknown-option", column=column, name=stray)
            args += [each for key, each in options.items() if key == "ord" and each is not None]
            self.expect(args, least, most, written)
            return rule(self, args, column)
        if self.symbols.find(op) is not None:
            self.expect(args, 1, 1, written)
            return self.function_call(op, 0, args[0])
        if options:
            raise fault("formula.unknown-option", column=column, name=next(iter(options)))
        raise self.unknown_name(written)

    def expect(self, args: Args, least: int, most: int, written: Written) -> None:
        if not least <= len(args) <= most:
            raise fault(
                "formula.arguments",
                name=written.token.text,
                column=written.token.column,
                expected=least if least == most else f"{least}–{most}",
                got=len(args),
            )

    def axis(self, args: Args, options: Options, column: int) -> tuple[int | None, bool]:
        """The axis that is asked for and whether it stays."""
        given = args[1] if len(args) > 1 else options.get("axis", options.get("dim"))
        known = {"axis", "dim", "keepdims", "keepdim", "dtype", "ord"}
        if stray := next(iter(options.keys() - known), None):
            raise fault("formula.unknown-option", column=column, name=stray)
        keep = options.get("keepdims", options.get("keepdim")) is not None
        if given is None:
            return None, keep
        value = (given.args[0] if given.op == "neg" else given).value
        if not isinstance(value, int):
            raise fault("formula.bad-axis", column=column)
        return -value if given.op == "neg" else value, keep

    def reduction(self, op: str, args: Args, options: Options, written: Written) -> Node:
        column = written.token.column
        self.expect(args, 1, 2, written)
        axis, keep = self.axis(args, options, column)
        (node, *_) = args
        kind = self.build.kind(node)
        if kind.is_number and op in {"sum", "prod"} and kind.indices:
            return self.unnamed_sum(f"over_{op}", node, written.token)
        if kind.is_number:
            raise fault("formula.number-reduced", column=column, name=op)
        return self.build.reduced(REDUCING[op], node, axis, keep=keep, column=column)

    def spread_or_size(self, op: str, args: Args, options: Options, written: Written) -> Node:
        """The standard deviation or the norm along an axis."""
        column = written.token.column
        self.expect(args, 1, 1, written)
        squares = args[0]
        if op == "norm":
            squares = self.build.elementwise("pow", squares, number(2), column=column)
        inner = self.reduction("var" if op == "std" else "sum", [squares], options, written)
        return self.build.elementwise("sqrt", inner, column=column)

    def extremum(self, op: str, args: Args, column: int) -> Node:
        if len(args) == 1:
            raise fault("formula.number-reduced", column=column, name=op)
        return self.build.elementwise(op, *args, column=column, sign=op)

    def along(self, op: str, args: Args, options: Options, written: Written) -> Node:
        column = written.token.column
        self.expect(args, 1, 2, written)
        axis, keep = self.axis(args, options, column)
        dims = self.build.kind(args[0]).dims
        if not dims:
            raise fault("formula.number-reduced", column=column, name=op)
        if axis is None and len(dims) == 2:
            axis = 1  # one distribution a row, as everywhere in this field
        if op == "logsumexp":
            node = self.build.reduced("logsumexp", args[0], axis, keep=False, column=column)
            return self.kept(node, axis, column) if keep else node
        if axis is not None and not -len(dims) <= axis < len(dims):
            raise fault("formula.no-axis", column=column, axis=axis, shape=", ".join(dims))
        along = [] if axis is None else [number(axis)]
        return self.build.made(op, args[0], *along, dims=dims)

    def kept(self, node: Node, axis: int | None, column: int) -> Node:
        dims = self.build.kind(node).dims
        at = (axis or 0) % (len(dims) + 1)
        return self.build.made("newaxis", node, number(at), dims=(*dims[:at], "1", *dims[at:]))

    # What stands behind a value

    def attribute(self, node: Node) -> Node:
        dot = self.take()
        token = self.take()
        word = token.text
        if word in {"T", "mT"}:
            if len(self.build.kind(node).dims) == 1:
                return self.build.transposed(node, token.column)
            return self.build.transposed(node, token.column)
        if word == "shape":
            return self.size_of(node, self.place_in_brackets(dot))
        if self.here.text != "(":
            raise fault("formula.unknown-attribute", column=token.column, name=word)
        return self.method(node, token)

    def place_in_brackets(self, dot: Token) -> int:
        opening = self.take()
        token = self.take()
        sign = -1 if token.text == "-" else 1
        token = self.take() if sign < 0 else token
        if opening.text not in {"[", "("} or not token.text.isdigit():
            raise fault("formula.bad-axis", column=dot.column)
        self.closed(opening, "]" if opening.text == "[" else ")")
        return sign * int(token.text)

    def size_of(self, node: Node, axis: int) -> Node:
        dims = self.build.kind(node).dims
        if not -len(dims) <= axis < len(dims):
            raise self.unexpected("formula.bad-axis")
        return size_of(dims[axis])

    def method(self, node: Node, token: Token) -> Node:
        word = token.text
        if word == "size":
            return self.size_of(node, self.place_in_brackets(token))
        opening = self.here
        if self.tokens[self.at + 1].text == ")" or word in {"astype", "to", "view"}:
            args, options = self.empty_or_ignored(opening)
        else:
            args, options = self.arguments(word, token, least=0)
            if args and self.symbols.function(word) in {*REDUCING, *ALONG, "std", "norm"}:
                options["axis"] = args.pop(0)
        if word in {"t", "transpose"} and not args:
            return self.build.transposed(node, token.column)
        if word in {"float", "double", "detach", "astype", "item", "copy", "clone", "int"}:
            return node
        op = self.symbols.function(word) if not self.symbols.find(word) else None
        if op is None:
            raise fault("formula.unknown-attribute", column=token.column, name=word)
        return self.applied(op, [node, *args], options, Written(token, word))

    def empty_or_ignored(self, opening: Token) -> tuple[Args, Options]:
        depth = 0
        while True:
            token = self.take()
            depth += (token.text == "(") - (token.text == ")")
            if depth == 0:
                return [], {}
            if token.kind == "end":
                raise fault("formula.unclosed", column=token.column, opening=opening.column)

    def indexed(self, node: Node) -> Node:
        """x[i], W[i, j], W[:, j], x[:, None]; numbers count from 0 as in NumPy."""
        opening = self.take()
        dims = self.build.kind(node).dims
        at = 0  # the axis of `node` that the next part is about
        while True:
            token = self.here
            if token.text in {":", "None", "newaxis"}:
                self.take()
                if token.text != ":":
                    dims = (*dims[:at], "1", *dims[at:])
                    node = self.build.made("newaxis", node, number(at), dims=dims)
                at += 1
            elif at < len(dims):
                node = self.entry_at(node, at)
                dims = self.build.kind(node).dims
            else:
                raise fault("formula.too-many-indices", column=token.column, name="[", shape="")
            if not self.skip(","):
                break
        self.closed(opening, "]")
        return node

    def entry_at(self, node: Node, at: int) -> Node:
        """The entries of an array at one place of an axis (of the first, or the last of two)."""
        dims = self.build.kind(node).dims
        start = self.at
        while self.here.text not in {",", "]"} and self.here.kind != "end":
            self.take()
        index = self.place(self.tokens[start : self.at], dims[at])
        if index.op == "number":
            index = number(int(index.value or 0) + 1)
        if at == 1:
            node = self.build.made("transpose", node, dims=dims[::-1])
            dims = dims[::-1]
        if node.op == "entry" and at == 0:
            return self.build.made("entry", *node.args, index, dims=dims[1:])
        return self.build.made("entry", node, index, dims=dims[1:])


_NEVER_BARE = frozenset((*CALLS, *REDUCING)) - {"trace", "det", "diag"}
