"""The symbols of a question: what each name is, however it is spelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dlprep.formula.alphabet import GREEK, is_letter, spelled
from dlprep.model.item import Symbol

FUNCTIONS: MappingProxyType[str, str] = MappingProxyType(
    {
        **{op: op for op in ("exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "tanh")},
        **{op: op for op in ("sin", "cos", "tan", "sinh", "cosh", "abs", "sign", "sigmoid")},
        **{op: op for op in ("relu", "softplus", "erf", "floor", "ceil", "round", "arctan")},
        **{op: op for op in ("silu", "gelu", "softmax", "log_softmax", "logsumexp", "max", "min")},
        **{op: op for op in ("sum", "mean", "var", "std", "prod", "norm", "trace", "det", "inv")},
        **{op: op for op in ("diag", "outer", "dot", "where", "if", "clip", "square", "transpose")},
        **{op: op for op in ("eye", "ones", "zeros", "leaky_relu", "matmul", "multiply", "len")},
        "ln": "log",
        "lg": "log10",
        "absolute": "abs",
        "fabs": "abs",
        "sgn": "sign",
        "expit": "sigmoid",
        "logistic": "sigmoid",
        "σ": "sigmoid",
        "swish": "silu",
        "Φ": "normal_cdf",
        "logsoftmax": "log_softmax",
        "lse": "logsumexp",
        "maximum": "max",
        "amax": "max",
        "minimum": "min",
        "amin": "min",
        "avg": "mean",
        "average": "mean",
        "tr": "trace",
        "inner": "dot",
        "mm": "matmul",
        "mv": "matmul",
        "power": "pow",
        "pow": "pow",
        "clamp": "clip",
        "identity": "eye",
        "leakyrelu": "leaky_relu",
        "cov": "cov",
        "expectation": "expect",
        "variance": "variance",
        "entropy": "entropy",
        "kl": "kl",
        "atan": "arctan",
        "logit": "logit",
        "logaddexp": "logaddexp",
        "heaviside": "heaviside",
        "rsqrt": "rsqrt",
        "reciprocal": "reciprocal",
        "neg": "neg",
        "zeros_like": "zeros_like",
        "ones_like": "ones_like",
        "float": "float",
        "erfc": "erfc",
        "subtract": "subtract",
        "add": "add",
        "divide": "divide",
        "normal_cdf": "normal_cdf",
    }
)
"""Each function that a formula may use, by every word for it."""

CAPITAL = MappingProxyType(
    {"E": "expect", "Var": "variance", "Cov": "cov", "KL": "kl", "D_KL": "kl", "H": "entropy"}
)


_RATES = frozenset(("lr", "wd"))


@dataclass(frozen=True, slots=True)
class Table:
    """Symbols by spelling. Where it is `free`, other letters are real numbers; where it has
    `slopes`, a derivative such as ∂L/∂w is one, dw is that of the `loss` by w, and s(x) is s
    where s is defined `of` x."""

    symbols: Mapping[str, Symbol] = field(default_factory=dict)
    free: bool = False
    slopes: bool = False
    loss: str = ""
    of: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def find(self, word: str) -> Symbol | None:
        return self.symbols.get(word) or self.symbols.get(spelled(word))

    @property
    def declared(self) -> list[Symbol]:
        """Each symbol once."""
        return list({symbol.name: symbol for symbol in self.symbols.values()}.values())

    @property
    def dims(self) -> frozenset[str]:
        """The named sizes of arrays."""
        return frozenset(
            dim for symbol in self.symbols.values() for dim in symbol.shape if not dim.isdigit()
        )

    @property
    def has_arrays(self) -> bool:
        return any(symbol.is_ in {"vector", "matrix"} for symbol in self.symbols.values())

    def function(self, word: str) -> str | None:
        """The operation behind a word, or the name of a declared function."""
        symbol = self.find(word)
        if symbol is None:
            lower = word.lower() if len(word) > 2 else word
            return CAPITAL.get(word) or FUNCTIONS.get(word) or FUNCTIONS.get(lower)
        if symbol.is_ != "function":
            return None
        known = (FUNCTIONS.get(each) for each in (symbol.name, *symbol.aliases))
        return next((op for op in known if op is not None), symbol.name)

    def pieces(self, word: str) -> list[str]:
        """The factors that a word without a meaning of its own is made of, or nothing."""
        if len(word) > 12:
            return []
        known = [size for size in range(1, len(word)) if self.is_factor(word[:size])]
        for size in reversed(known):
            rest = word[size:]
            if self.is_factor(rest):
                return [word[:size], rest]
            if more := self.pieces(rest):
                return [word[:size], *more]
        return []

    def pieces_of_whole(self, base: str, whole: str) -> list[str]:
        """The factors in πσ_1, where σ_1 is declared and σ is not."""
        for at in range(1, len(base)):
            head = base[:at]
            factors = [head] if self.is_factor(head) else self.pieces(head)
            if factors and self.find(whole[at:]):
                return [*factors, base[at:]]
        return []

    def is_factor(self, piece: str) -> bool:
        symbol = self.find(piece)
        if symbol is not None:
            return symbol.is_ in {"scalar", "vector", "matrix", "random"}
        if piece == "I":
            return self.has_arrays
        return (piece in self.dims and not self.free) or piece == "π"

    def with_symbols(self, symbols: Iterable[Symbol]) -> Table:
        return replace(self, symbols={**self.symbols, **spellings(symbols)})


def spellings(symbols: Iterable[Symbol]) -> dict[str, Symbol]:
    """Each symbol by its name and aliases, as they are and in their one spelling."""
    found: dict[str, Symbol] = {}
    for symbol in symbols:
        own = replace(symbol, name=spelled(symbol.name))
        for word in (symbol.name, *symbol.aliases):
            found[word] = found[spelled(word)] = own
    return found


def is_free_name(base: str) -> bool:
    """Whether an undeclared name may stand for a number: a letter, perhaps with an accent and
    digits behind it, a differential such as dw, a learning rate."""
    stem = base.rstrip("0123456789")
    if not ("A" <= base[:1] <= "\u024f" or "\u0370" <= base[:1] <= "\u03ff" or base == "ℓ"):
        return False  # a look-alike of another alphabet
    differential = len(base) == 2 and base[0] == "d" and base[1].isalpha()
    return is_letter(stem) or base in GREEK.values() or differential or base in _RATES
