r"""What goes over an index (`\sum_{k=1}^{K}`, `Σ_k`, `∏`, `max_k`), ones, indicators and cases."""

from __future__ import annotations

from dlprep.expr.graph import Node, apply, name, names_in, number
from dlprep.formula.kinds import UNKNOWN, Kind, size_of
from dlprep.formula.lexis import math_tokens
from dlprep.formula.mathematics import ALTERNATIVE
from dlprep.formula.names import BIG, Names, Written
from dlprep.formula.tokens import Token
from dlprep.model.message import fault

SUM_BODY = 59  # a sum reaches as far as the product that follows it
MOST_SUMS = 5  # within one another
Limits = tuple[list[Token], list[Token]]


class Sums(Names):
    """Reads what goes over an index."""

    above = False  # above the line of a derivative

    def special(self) -> Node:
        token = self.take()
        if token.text in {"∑", "∏"}:
            sub: list[Token] = []
            if self.here.kind == "sub":
                sub = [self.take()]
            elif self.skip("_"):
                sub = self.group()
            return self.over(BIG[token.text], sub, token)
        if token.text in {"𝟏", "𝟙"}:
            return self.ones_or_indicator(token)
        return self.derivative(token)

    def derivative(self, token: Token) -> Node:
        """∂L/∂w or ∇L as one name, where it is declared or any name is allowed."""
        subs = []
        if token.text == "∇" and self.skip("_"):
            subs = self.group()
        above = self.take()
        base = token.text + above.text
        if token.text == "∂":
            if not (self.skip("/") and self.skip("∂")):
                raise fault("formula.derivative-inside", column=token.column)
            base += f"/∂{self.take().text}"
        elif subs:
            base = f"∇_{''.join(each.text for each in subs)} {above.text}"
        return self.derivative_named(base, token)

    def derivative_named(self, base: str, token: Token) -> Node:
        word, _, sub = base.partition("_") if base.startswith("∂") else (base, "", "")
        written = self.written(token, word, sub)
        if self.here.text == "(" and word.startswith("∇"):
            written.base += self.place_taken()
        return self.derivative_meaning(written)

    def place_taken(self) -> str:
        """The place of ∇L(θ), as part of its name."""
        start, depth = self.at, 0
        while True:
            token = self.take()
            depth += (token.text == "(") - (token.text == ")")
            if depth == 0:
                return "".join(each.text for each in self.tokens[start : self.at])
            if token.kind == "end":
                column = self.tokens[start].column
                raise fault("formula.unclosed", column=token.column, opening=column)

    def derivative_meaning(self, written: Written) -> Node:
        symbol = self.symbols.find(written.whole)
        if symbol is not None:
            return self.value_of(symbol)
        symbol = self.symbols.find(written.base)
        if symbol is not None and symbol.is_ in {"vector", "matrix"}:
            return self.entry_of(symbol, written)
        if symbol is not None or self.symbols.free:
            return self.build.named(written.whole)
        raise fault("formula.derivative-inside", column=written.token.column)

    def derivative_fraction(self) -> Node:
        r"""`\frac{\partial L}{\partial w}` as the name ∂L/∂w."""
        (sign, above), (_, *below) = self.group(), self.group()
        if not below or below[0].kind != "name":
            raise fault("formula.derivative-inside", column=sign.column)
        base = f"∂{above.text}/∂{below[0].text}"
        word, _, sub = base.partition("_")
        rest = below[1:]
        inside = rest[1:] if rest and rest[0].text == "_" else rest
        if len(inside) > 2 and inside[0].text == "{":
            inside = inside[1:-1]
        written = Written(sign, word, inside)
        if sub:
            written = self.written(sign, word, sub)
        return self.derivative_meaning(written)

    def ones_or_indicator(self, token: Token) -> Node:
        if self.here.text in {"[", "{", "("} and self.holds_condition():
            return self.indicator()
        dim = UNKNOWN
        if self.skip("_"):
            group = self.group()
            if len(group) > 1:  # 1_{z > 0}
                outer, self.equality = self.equality, True
                node = self.inside(group)
                self.equality = outer
                return node
            dim = group[0].text
        node = apply("ones", name(dim))
        self.build.kinds[node] = Kind((dim,))
        return node

    def over(self, op: str, sub: list[Token], sign: Token) -> Node:
        """A sum, product or extremum over indices; its body is the product that follows."""
        if len(sub) == 1 and sub[0].kind == "sub":
            sub = self.relexed(sub[0])
        letters, low, condition = self.index_part(sub, sign)
        high = self.upper()
        outer = {letter: self.found.ranges.pop(letter, None) for letter in letters}
        self.bound += letters
        if len(self.bound) > MOST_SUMS:
            raise fault("formula.too-deep", column=sign.column, most=MOST_SUMS)
        denominator = self.tokens[max(self.tokens.index(sign) - 1, 0)].text == "/"
        body = self.body(op, sign, denominator=denominator)
        if condition:
            self.equality = True
            test = self.inside(condition)
            self.equality = False
            neutral = number({"over_sum": 0, "over_prod": 1}.get(op, 0))
            body = self.build.elementwise("if", test, body, neutral, column=sign.column)
        node = self.gone_over(op, body, letters, limits=(low, high), sign=sign)
        del self.bound[len(self.bound) - len(letters) :]
        self.found.ranges.update({key: dim for key, dim in outer.items() if dim is not None})
        return node

    def relexed(self, token: Token) -> list[Token]:
        return [
            Token(each.kind, each.text, token.column, token.stop)
            for each in math_tokens(token.text)
        ][:-1]

    def index_part(
        self, sub: list[Token], sign: Token
    ) -> tuple[list[str], list[Token], list[Token]]:
        """The letters below the sign, the least value and the condition, as in k=1, k≠j."""
        texts = [token.text for token in sub]
        if not sub:
            return [], [], []
        if not texts[0].isalpha():
            raise fault("formula.bad-index", column=sub[0].column, name=texts[0])
        if texts[1:2] == [":"] or texts[1:2] == ["|"]:  # Σ_{i: y_i f_i < 1}
            return self.letters(sub[:1]), [], sub[2:]
        if "=" in texts:
            at = texts.index("=")
            stop = texts.index(",") if "," in texts[at:] else len(texts)
            condition = sub[stop + 1 :]
            return self.letters(sub[:at]), sub[at + 1 : stop], condition
        compared = [at for at, text in enumerate(texts) if text in {"≠", "!=", "<", "≤", ">", "≥"}]
        if compared:
            other = "".join(texts[compared[0] + 1 : compared[0] + 2])
            if not other:
                raise fault("formula.bad-index", column=sign.column, name="".join(texts))
            if texts[compared[0]] not in {"≠", "!="} and other not in self.bound:
                raise fault("formula.which-index", column=sign.column)
            commas = [at for at, text in enumerate(texts) if text == ","]
            letters = self.letters(
                sub[: commas[0]] if commas and commas[0] < compared[0] else sub[:1]
            )
            return letters, [], sub[commas[-1] + 1 :] if commas else sub
        return self.letters(sub), [], []

    def letters(self, tokens: list[Token]) -> list[str]:
        letters = [letter for token in tokens if token.text != "," for letter in token.text]
        if not all(letter.isalpha() for letter in letters):
            raise fault("formula.bad-index", column=tokens[0].column, name="".join(letters))
        return letters

    def upper(self) -> list[Token]:
        if self.here.kind in {"sup", "power"}:
            token = self.take()
            return self.relexed(token)
        return self.group() if self.skip("^") else []

    def body(self, op: str, sign: Token, *, denominator: bool) -> Node:
        if op in {"over_max", "over_min"}:
            return self.bare_argument()
        start = self.at
        body = self.expression(SUM_BODY)
        if denominator and any(
            token.text in {"·", "*", "×", "/"} for token in self.outermost(start, self.at)
        ):
            raise fault("formula.ambiguous-fraction", column=sign.column, found=sign.text)
        return body

    def outermost(self, start: int, stop: int) -> list[Token]:
        """The tokens outside brackets."""
        depth, found = 0, []
        for token in self.tokens[start:stop]:
            depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
            if depth == 0:
                found.append(token)
        return found

    def bare_argument(self) -> Node:
        raise NotImplementedError

    def gone_over(
        self, op: str, body: Node, letters: list[str], *, limits: Limits, sign: Token
    ) -> Node:
        if not letters:
            return self.unnamed_sum(op, body, sign)
        for letter in reversed(letters):
            bounds = self.bounds(letter, *limits, sign)
            body = self.build.made(
                op, body, name(letter), *bounds, dims=self.build.kind(body).dims,
                drop=frozenset({letter}),
            )  # fmt: skip
            self.found.ranges.pop(letter, None)
        return body

    def unnamed_sum(self, op: str, body: Node, sign: Token) -> Node:
        kind = self.build.kind(body)
        open_letters = sorted((kind.indices & self.found.ranges.keys()) - set(self.bound))
        if kind.dims and not open_letters:
            return self.build.made({"over_sum": "sum", "over_prod": "prod"}[op], body)
        if len(open_letters) != 1:
            raise fault("formula.which-index", column=sign.column)
        dim = self.found.ranges.pop(open_letters[0])
        drop = frozenset(open_letters)
        return self.build.made(
            op, body, name(open_letters[0]), size_of(dim), dims=kind.dims, drop=drop
        )

    def bounds(self, letter: str, low: list[Token], high: list[Token], sign: Token) -> list[Node]:
        dim = self.found.ranges.get(letter)
        texts = ["".join(token.text for token in tokens) for tokens in (low, high)]
        if dim is not None and texts in (
            ["", ""],
            ["1", ""],
            ["1", dim],
            ["", dim],
            ["0", f"{dim}-1"],
        ):
            return [size_of(dim)]
        if not low or not high:
            if dim is None:
                raise fault("formula.index-range", column=sign.column, index=letter)
            return [size_of(dim)]
        bounds = [self.inside(tokens) for tokens in (low, high)]
        for bound in bounds:
            if self.build.kind(bound).dims:
                raise fault("formula.index-range", column=sign.column, index=letter)
            self.found.naturals |= names_in(bound)
        return bounds

    # Cases

    def cases(self) -> Node:
        r"""`\begin{cases} a & x > 0 \\ b & \text{otherwise} \end{cases}`."""
        column = self.take().column
        if [token.text for token in self.group()] != ["cases"]:
            raise fault("formula.environment", column=column)
        branches: list[tuple[Node, Node | None]] = []
        while not (self.here.kind == "command" and self.here.text == "end"):
            branches.append(self.branch())
            if len(branches) > 8 or self.here.kind == "end":
                raise fault("formula.environment", column=self.here.column)
        self.take()
        self.group()
        if not branches:
            raise fault("formula.environment", column=column)
        return self.chosen(branches, column)

    def branch(self) -> tuple[Node, Node | None]:
        value = self.expression(ALTERNATIVE)
        self.skip(",")
        if not self.skip("&"):
            raise self.unexpected("formula.environment")
        condition = None
        if not (self.skip("otherwise") or self.skip("else")):
            self.skip("if")
            self.skip("for")
            outer, self.equality = self.equality, True
            condition = self.expression(ALTERNATIVE)
            self.equality = outer
        self.skip(",")
        self.skip(r"\\")
        return value, condition

    def chosen(self, branches: list[tuple[Node, Node | None]], column: int) -> Node:
        node, _ = branches[-1]
        for value, condition in reversed(branches[:-1]):
            if condition is None:
                raise fault("formula.environment", column=column)
            node = self.build.elementwise("if", condition, value, node, column=column)
        return node
