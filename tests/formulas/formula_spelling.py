"""The spellings of a tree: the bank's Unicode, LaTeX, NumPy."""

from __future__ import annotations

from collections.abc import Callable

from formula_trees import Node

_STRENGTH = {"+": 1, "-": 1, "neg": 2, "Σ": 2, "Π": 2, "*": 3, "/": 3, "⊙": 3, "^": 5, "T": 5}
_ATOM = 9
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "ξ": "xi", "Δ": "Delta", "ℓ": "ell",
}  # fmt: skip
_LATEX_CALLS = {
    "exp": "\\exp", "log": "\\log", "tanh": "\\tanh", "sin": "\\sin", "cos": "\\cos",
    "σ": "\\sigma", "max": "\\max", "min": "\\min",
}  # fmt: skip
_NUMPY_CALLS = {
    "exp": "np.exp", "log": "np.log", "log2": "np.log2", "log10": "np.log10", "sqrt": "np.sqrt",
    "abs": "np.abs", "tanh": "np.tanh", "sin": "np.sin", "cos": "np.cos", "sign": "np.sign",
    "max": "np.maximum", "min": "np.minimum", "σ": "sigmoid", "floor": "np.floor",
}  # fmt: skip


class UnspelledError(ValueError):
    """The formula has no spelling in that dialect."""


def unicode_text(node: Node) -> str:  # noqa: C901, PLR0911 - a table
    match node:
        case Node("num" | "name", (), text):
            return text
        case Node("at", kids, name):
            return f"{name}_{_unicode_indices(kids)}"
        case Node("neg", (kid,)):
            return f"−{_inner(kid, 3, unicode_text)}"
        case Node("T", (kid,)):
            return f"{_inner(kid, 6, unicode_text)}ᵀ"
        case Node("^", (base, power)):
            raised = unicode_text(power)
            raised = {"2": "²", "3": "³"}.get(
                raised, f"^{raised}" if _plain(power) else f"^({raised})"
            )
            return _inner(base, 6, unicode_text) + raised
        case Node("call", kids, name):
            return f"{name}({', '.join(map(unicode_text, kids))})"
        case Node("Σ" | "Π", (body,)):
            return f"{node.op}_{node.text} {_inner(body, 3, unicode_text)}"
        case Node("Σ" | "Π", (body, low, high)):
            ends = f"_{{{node.text}={unicode_text(low)}}}^{{{unicode_text(high)}}}"
            return f"{node.op}{ends} {_inner(body, 3, unicode_text)}"
        case Node("cond", (left, right), sign):
            return f"[{unicode_text(left)} {sign} {unicode_text(right)}]"
        case Node(op, (left, right)):
            sign = {"+": " + ", "-": " − ", "*": "·", "/": "/", "⊙": " ⊙ "}[op]
            return _both(left, right, op, sign, unicode_text)
    raise UnspelledError(node.op)


def latex_text(node: Node) -> str:  # noqa: C901, PLR0911 - a table
    match node:
        case Node("num", (), text):
            return text
        case Node("name", (), text):
            return _latex_name(text)
        case Node("at", kids, name):
            inner = (", " if any(kid.kids for kid in kids) else "").join(map(latex_text, kids))
            return f"{_latex_name(name)}_{{{inner}}}"
        case Node("neg", (kid,)):
            return f"-{_inner(kid, 3, latex_text)}"
        case Node("T", (kid,)):
            return f"{_inner(kid, 6, latex_text)}^{{\\top}}"
        case Node("^", (base, power)):
            return f"{_inner(base, 6, latex_text)}^{{{latex_text(power)}}}"
        case Node("call", (kid,), "sqrt"):
            return f"\\sqrt{{{latex_text(kid)}}}"
        case Node("call", (kid,), "abs"):
            return f"|{latex_text(kid)}|"
        case Node("call", kids, name) if name in _LATEX_CALLS:
            return f"{_LATEX_CALLS[name]}({', '.join(map(latex_text, kids))})"
        case Node("Σ" | "Π", (body, *ends)):
            sign = "\\sum" if node.op == "Σ" else "\\prod"
            low = f"{node.text}={latex_text(ends[0])}" if ends else node.text
            high = f"^{{{latex_text(ends[1])}}}" if ends else ""
            return f"{sign}_{{{low}}}{high} {_inner(body, 3, latex_text)}"
        case Node("/", (left, right)):
            return f"\\frac{{{latex_text(left)}}}{{{latex_text(right)}}}"
        case Node("+" | "-" | "*" | "⊙" as op, (left, right)):
            sign = {"+": " + ", "-": " - ", "*": " \\cdot ", "⊙": " \\odot "}[op]
            return _both(left, right, op, sign, latex_text)
    raise UnspelledError(node.op)


def numpy_text(node: Node, is_array: Callable[[Node], bool]) -> str:
    """Whole arrays only: an index or a sum over one has no spelling here."""

    def spell(node: Node) -> str:  # noqa: PLR0911 - a table
        match node:
            case Node("num" | "name", (), text) if text.replace("π", "pi").isidentifier():
                return "np.pi" if text == "π" else text
            case Node("num", (), text):
                return text
            case Node("neg", (kid,)):
                return f"-{_inner(kid, 3, spell)}"
            case Node("T", (kid,)):
                return f"{_inner(kid, 6, spell)}.T"
            case Node("^", (base, power)):
                return f"{_inner(base, 6, spell)}**{_inner(power, 6, spell)}"
            case Node("call", kids, name) if name in _NUMPY_CALLS:
                return f"{_NUMPY_CALLS[name]}({', '.join(map(spell, kids))})"
            case Node("+" | "-" | "*" | "⊙" | "/" as op, (left, right)):
                product = " @ " if is_array(left) and is_array(right) else "*"
                sign = {"+": " + ", "-": " - ", "*": product, "⊙": " * ", "/": "/"}[op]
                return _both(left, right, op, sign, spell)
        raise UnspelledError(node.op)

    return spell(node)


def _unicode_indices(kids: tuple[Node, ...]) -> str:
    inner = ("," if any(kid.kids for kid in kids) else "").join(map(unicode_text, kids))
    return inner.replace(" ", "") if len(inner) == 1 else f"{{{inner.replace(' ', '')}}}"


def _latex_name(name: str) -> str:
    word, _, below = name.partition("_")
    spelled = "\\" + _GREEK[word] if word in _GREEK else word
    for mark, command in (("\u0302", "hat"), ("\u0304", "bar")):
        if word.endswith(mark):
            spelled = f"\\{command}{{{_latex_name(word[:-1])}}}"
    if word == "ᾱ":
        spelled = "\\bar{\\alpha}"
    return f"{spelled}_{{{_latex_name(below)}}}" if below else spelled


def _plain(node: Node) -> bool:
    return not node.kids and len(node.text) == 1


def _strength(node: Node) -> int:
    return _STRENGTH.get(node.op, _ATOM)


def _inner(node: Node, least: int, spell: Callable[[Node], str]) -> str:
    text = spell(node)
    return f"({text})" if _strength(node) < least else text


def _both(left: Node, right: Node, op: str, sign: str, spell: Callable[[Node], str]) -> str:
    own = _STRENGTH[op]
    tighter = {"+": 2, "-": 3, "*": 3, "/": 4, "⊙": 4}[op]
    if op == "+" and right.op == "neg":
        tighter = 3
    before = _inner(left, own, spell)
    if left.op in ("Σ", "Π") and own > 1:
        before = f"({spell(left)})"
    if (left.op, op) in (("*", "⊙"), ("⊙", "*")):
        before = f"({spell(left)})"
    after = _inner(right, tighter, spell)
    if op == "*" and right.op == "⊙":
        after = f"({spell(right)})"
    if right.op in ("Σ", "Π") and op == "*":
        after = spell(right)
    return f"{before}{sign}{after}"
