"""Reverse-mode differentiation, from graph to graph.

One sweep from an output gives its gradient with respect to any number of nodes. At a kink the
derivative is the field's convention: that of relu, abs and sign at 0 is 0; of equal arguments
of max or min each takes the whole gradient.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType

from dlprep.expr.fold import ONE, TWO, ZERO, add, call, div, mul, neg, power, sub
from dlprep.expr.graph import Node, apply, constant, in_order, number

Rule = Callable[..., tuple[Node, ...]]


def gradients(output: Node, wrt: Sequence[Node]) -> list[Node]:
    """∂output/∂w for every w in `wrt`: names, or any nodes under `output`.

    A node that `output` does not use has gradient 0.

    >>> from dlprep.expr.graph import name
    >>> from dlprep.expr.show import show
    >>> x, y = name("x"), name("y")
    >>> [show(each) for each in gradients(mul(x, call("exp", y)), [x, y])]
    ['exp(y)', 'x * exp(y)']
    """
    order = in_order(output)
    matters = _depending(order, frozenset(wrt))
    upstream: dict[Node, Node] = {output: ONE}
    for node in reversed(order):
        if node in matters and node in upstream and node.args:
            shares = RULES[node.op](upstream[node], node, *node.args)
            for arg, share in zip(node.args, shares, strict=False):
                if arg in matters:
                    upstream[arg] = add(upstream[arg], share) if arg in upstream else share
    return [upstream.get(node, ZERO) for node in wrt]


def _depending(order: Sequence[Node], wrt: frozenset[Node]) -> set[Node]:
    """The nodes through which `wrt` acts."""
    matters: set[Node] = set()
    for node in order:
        if node in wrt or not matters.isdisjoint(node.args):
            matters.add(node)
    return matters


def _chosen(g: Node, y: Node, *args: Node) -> tuple[Node, ...]:
    return tuple(apply("if", apply("eq", arg, y), g, ZERO) for arg in args)


def _flat(*_: Node) -> tuple[Node, ...]:
    """Constant wherever it is differentiable."""
    return ZERO, ZERO


def _per(g: Node, a: Node, base: Node) -> Node:
    """The share of a logarithm to another base than e."""
    return div(g, mul(a, call("log", base)))


def _bell(a: Node) -> Node:
    """2/√π · exp(−a²), the derivative of erf."""
    return div(mul(TWO, call("exp", neg(power(a, TWO)))), _ROOT_PI)


_TEN = number(10)
_ROOT_PI = apply("sqrt", constant("pi"))

# g is the gradient of the output with respect to y, the operation's result; a and b are its
# arguments; each gets its share.
RULES: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "add": lambda g, y, a, b: (g, g),
        "sub": lambda g, y, a, b: (g, neg(g)),
        "mul": lambda g, y, a, b: (mul(g, b), mul(g, a)),
        "div": lambda g, y, a, b: (div(g, b), neg(div(mul(g, y), b))),
        "mod": lambda g, y, a, b: (g, neg(mul(g, apply("floordiv", a, b)))),
        "pow": lambda g, y, a, b: (
            mul(mul(g, b), power(a, sub(b, ONE))),
            mul(mul(g, y), call("log", a)),
        ),
        "neg": lambda g, y, a: (neg(g),),
        "if": lambda g, y, c, a, b: (ZERO, apply("if", c, g, ZERO), apply("if", c, ZERO, g)),
        "min": _chosen,
        "max": _chosen,
        "abs": lambda g, y, a: (mul(g, call("sign", a)),),
        "relu": lambda g, y, a: (apply("if", apply("gt", a, ZERO), g, ZERO),),
        "exp": lambda g, y, a: (mul(g, y),),
        "expm1": lambda g, y, a: (mul(g, add(y, ONE)),),
        "log": lambda g, y, a: (div(g, a),),
        "log1p": lambda g, y, a: (div(g, add(ONE, a)),),
        "log2": lambda g, y, a: (_per(g, a, TWO),),
        "log10": lambda g, y, a: (_per(g, a, _TEN),),
        "sqrt": lambda g, y, a: (div(g, mul(TWO, y)),),
        "sin": lambda g, y, a: (mul(g, call("cos", a)),),
        "cos": lambda g, y, a: (neg(mul(g, call("sin", a))),),
        "sinh": lambda g, y, a: (mul(g, call("cosh", a)),),
        "cosh": lambda g, y, a: (mul(g, call("sinh", a)),),
        "tanh": lambda g, y, a: (mul(g, sub(ONE, power(y, TWO))),),
        "sigmoid": lambda g, y, a: (mul(mul(g, y), sub(ONE, y)),),
        "softplus": lambda g, y, a: (mul(g, call("sigmoid", a)),),
        "erf": lambda g, y, a: (mul(g, _bell(a)),),
        **dict.fromkeys(("floordiv", "floor", "ceil", "round", "sign"), _flat),
        **dict.fromkeys(("lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"), _flat),
    }
)
"""How each operation hands a gradient on to its arguments."""
