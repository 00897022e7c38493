"""Any style of NumPy code becomes an expression with the values of its plain run."""

from __future__ import annotations

import pytest
from programs import assert_traces

# ruff: noqa: E501 - one program a line

ARITHMETIC = (
    "return x + 1, 2 * x, x - w.T[:1], x / 3, 1 / x, -x, x**2, x**0.5 if False else x**3",
    "return np.exp(x), np.log(x * x), np.sqrt(x * x + 1), np.tanh(x), np.sinh(x), np.cosh(x)",
    "return np.log1p(x * x), np.expm1(x), np.log2(x * x), np.log10(x * x), np.exp2(x)",
    "return np.square(x), np.reciprocal(x), np.sin(x), np.cos(x), np.power(x, 2)",
    "return np.maximum(x, 0), np.minimum(x, 0.5), np.abs(x), np.fabs(x), np.absolute(x)",
    "return np.clip(x, -0.5, 0.5), x.clip(0, 1), np.clip(x, 0, None), np.clip(x, a_min=0, a_max=1)",
    "return np.sign(x) * x, np.where(x > 0, x, 0.01 * x), np.where(x > 0)[0].sum() * x",
    "return np.logaddexp(x, 0), np.hypot(x, 1.0), np.heaviside(x, 0.5) * x",
    "return x * (x > 0), x * (x > 0).astype(float), np.multiply(x, x >= 0), (x > 0) / n * x",
    "return np.logical_and(x > 0, x < 1) * x, (~(x > 0)) * x, ((x > 0) & (x < 1)) * x",
    "return np.floor(x) + x, np.ceil(x) * x, np.round(x) + x, np.round(x, 1) + x, np.rint(x) * x",
    "return x // 1 + x, x % 1.0, np.trunc(x) + x",
    "y = x.copy(); y += 1; y *= x; y -= x / 2; y /= 3; y **= 2; return y",
    "return np.add(x, 1, out=np.zeros_like(x)), np.divide(x, 2, out=np.zeros_like(x), where=x > 0)",
    "return math.sqrt(x.shape[1]) * x, math.exp(x[0, 0]) * x, math.log(2) * x, math.pi * x",
    "return math.tanh(x[0, 0]), math.erf(x[0, 0]), math.log(x[0, 0] ** 2, 2), math.pow(x[0, 1], 2)",
    "return np.vectorize(math.erf)(x), np.vectorize(lambda a: max(a, 0.0))(x)",
    "return float(x[0, 0]) * 2, np.float64(x[0, 0]), np.float32(2) * x, abs(x[0, 0]), -x[0, 0]",
    "return max(x[0, 0], 0.0), min(x[0], default=0), sum(x[0]), pow(x[0, 0], 2), divmod(x[0, 0], 1)[1]",
    "return x[0, 0].item(), x.item(3), x[0, 0] if x[0, 0] > 0 else 0 * x[0, 0]",
)
REDUCTIONS = (
    "return x.sum(), x.sum(axis=0), np.sum(x, axis=1, keepdims=True), np.sum(x, axis=(0, 1))",
    "return x.mean(), x.mean(0), np.mean(x, axis=1, keepdims=True), np.average(x, axis=0)",
    "return np.average(x, axis=1, weights=np.arange(1, 6)), x.prod(), np.prod(x, axis=1)",
    "return np.average(x[:, :n], axis=0, weights=np.arange(1, n + 1)), np.average(x, 1, x**2)",
    "return x.var(), np.var(x, axis=0), x.std(axis=0, ddof=1), np.std(x, axis=1, keepdims=True)",
    "return x.max(), x.max(axis=1, keepdims=True), np.amax(x, 0), x.min(), np.max(x, axis=-1)",
    "return np.maximum.reduce(x, axis=1), np.add.reduce(x), np.add.accumulate(x, axis=1)",
    "return x[np.arange(n), x.argmax(axis=1)], np.take_along_axis(x, np.argsort(x, 1), 1)",
    "return np.sort(x, axis=1), x.cumsum(axis=1), np.cumsum(x, axis=0), np.diff(x), np.ptp(x, 0)",
    "return np.linalg.norm(x), np.linalg.norm(x, axis=1), np.linalg.norm(x[0], 2)",
    "return np.count_nonzero(x > 0) * x, np.any(x > 0) * x, (x > 0).all() * x, (x > 0).sum() * x",
    "return np.trace(x[:, :3]), np.median(np.arange(5)) * x",
)
PRODUCTS = (
    "return x @ w, np.dot(x, w), x.dot(w), np.matmul(x, w), np.inner(x, x), np.outer(x[0], x[1])",
    "return np.einsum('nd,dm->nm', x, w), np.einsum('nd,nd->n', x, x), np.einsum('nd->d', x)",
    "return np.einsum('nd,dm->nm', x, w, optimize=True), np.tensordot(x, w, axes=([1], [0]))",
    "return np.tensordot(x, w, 1), np.vdot(x[0], x[1]), np.kron(x[0], w[0]), x[0] @ w, x @ x[0]",
    "return np.stack([x, x]) @ w, x[None] @ w[None], np.cross(x[:, :3], x[:, 2:])",
    "s = 0.0\nfor i in range(n):\n    for j in range(5):\n        s += x[i, j] * w[j, 0]\nreturn s",
)
SHAPES = (
    "return x.T, x.reshape(5, 3), x.ravel(), x.flatten(), x[None, :], x[:, None, :], x[..., 0]",
    "return x.transpose(1, 0), np.transpose(x), np.swapaxes(x, 0, 1), np.moveaxis(x, 0, -1)",
    "return np.concatenate([x, x], axis=1), np.vstack((x, x)), np.hstack([x, x]), np.stack([x, x], 2)",
    "a, b = np.split(x[:, :4], 2, axis=1); return a * b, np.array_split(x, 2)[0], np.append(x, x)",
    "return np.tile(x, 2), np.repeat(x, 2, axis=0), np.roll(x, 1, axis=1), np.flip(x, 1), x[::-1]",
    "return np.expand_dims(x, 0), np.squeeze(x[:1]), np.broadcast_to(x[0], (2, 5)), np.atleast_2d(x[0])",
    "return np.pad(x, 1), np.pad(x, ((0, 0), (1, 2))), np.pad(x, 1, mode='edge')",
    "return np.pad(x, 1, constant_values=2.5), np.pad(x, 1, 'reflect'), np.triu(x), np.tril(x)",
    "return np.diag(x[0]), np.diag(x[:, :3]), np.diagonal(x), x[np.ix_([0, 2], [1, 3])], np.eye(5) * x[0]",
    "return np.lib.stride_tricks.sliding_window_view(x, (2, 2)).sum(axis=(2, 3))",
    "s = x.strides; return np.lib.stride_tricks.as_strided(x, (2, 2), s) * 2",
    "return np.array([x[0], x[1]]), np.array([[x[0, 0], 1.0], [2, x[1, 1]]]), np.asarray(x), np.array(x)",
    "return np.column_stack([x[0], x[1]]), np.block([[x, x]]), np.meshgrid(x[0], x[1])[0]",
    "a, *rest = x; return a, rest[0] * 2, [row * 2 for row in x][1], np.delete(x, 0, axis=1)",
)
CELLS = (
    "out = np.zeros((3, 2))\nfor i in range(3):\n    out[i] = x[i] @ w\nreturn out",
    "out = np.zeros((3, 2))\nfor i in range(3):\n    for j in range(2):\n        out[i, j] = (x[i] * w[:, j]).sum()\nreturn out",
    "out = np.empty_like(x); out[...] = x; out[:, 1:3] = 0; out[x > 0] *= 2; out[0, 0] = 7; return out",
    "p = x.copy(); p[np.arange(n), [0, 1, 2]] -= 1; p[p < 0] = 0; return p",
    "h = np.zeros(5)\nfor row in x:\n    h = np.tanh(h + row)\nreturn h",
    "d = np.zeros_like(w); np.add.at(d, [0, 1, 0], x[:, :2]); return d",
    "d = np.zeros((4, 5)); np.add.at(d, (np.array([0, 0, 2]),), x); return d",
    "y = np.full((3, 5), 2.0); y[1] = x[1]; return y, np.ones(5) * x, np.full_like(x, 3) * x",
    "one = np.zeros((n, 5)); one[np.arange(n), np.array([1, 0, 4])] = 1; return x - one, np.eye(5)[[1, 0, 4]] * x",
    "out = []\nfor row in x:\n    out.append(row.sum())\nreturn np.array(out)",
    "z = x[0, 0]; z += 1; a = x.copy(); a.fill(0.5); a[0] = x[0]; return z, a, x.flat[3]",
    "y = np.zeros(3, dtype=np.float32); return x.astype('float64'), y + x[:, 0], x.astype(float)",
    "m = np.tri(3, 5) > 0; s = np.where(m, x, -np.inf); e = np.exp(s - s.max(1, keepdims=True)); return e / e.sum(1, keepdims=True)",
    "s = np.where(np.tri(3, 5) > 0, x, -1e9); e = np.exp(s - s.max(1, keepdims=True)); return e / e.sum(1, keepdims=True)",
    "y = x.copy(); np.maximum(y, 0, out=y); np.copyto(y, w.T[:1], where=y == 0); return y",
    "mask = np.zeros_like(x, dtype=bool); mask[0] = True; return np.where(mask, x, 0), x[mask]",
    "return np.isfinite(x).all() * x, np.nan_to_num(x), x * np.isnan(x), np.allclose(x, x) * x",
    "y = np.zeros(x.shape, x.dtype); y += x; assert y.dtype == np.float64; return y",
    "return np.linspace(0, 1, 5) * x, np.arange(5.0) * x, np.array([1, 2, 3, 4, 5]) * x, np.identity(5) @ x.T",
    "return np.c_[x, np.ones(3)], np.r_[x[0], 2.0, w[:, 0]], np.r_[0:3] * x[:, 0], np.c_[x[0], x[1]]",
    "rows = [row.sum() for row in x]; return np.mean(rows), np.max(rows), np.stack(rows), np.exp(rows)",
    "d = np.empty((3, 4)); a, b = np.split(d, 2, axis=1); a[:] = x[:, :2]; b[:] = 1; return d * 2",
    "g = np.ones_like(x.sum()); z = np.zeros_like(x[0, 0]); return (g + z) * x, np.asarray(2.0) * x",
    "m = np.tri(3, 5) > 0; s = np.where(m, x, -np.inf); return np.logaddexp.reduce(s, axis=1)",
    "def inner(a):\n    return a * 2\nreturn inner(x), (lambda a: a + 1)(x), list(map(inner, x))[0]",
    "def rows():\n    for row in x:\n        yield row.sum()\nreturn sum(rows()), np.array(list(rows()))",
    "from numpy import exp, newaxis\nimport numpy.linalg as la\nfrom numpy.linalg import norm\nreturn exp(x), x[:, newaxis], la.norm(x), norm(x)",
    "import numpy\nfrom math import sqrt\nreturn numpy.exp(x) / sqrt(n)",
    "assert isinstance(x, np.ndarray) and isinstance(x[0, 0], float); return x if isinstance(n, int) else w",
    "try:\n    y = x @ x\nexcept ValueError:\n    y = x @ x.T\nreturn y",
    "print(x, f'{x[0, 0]:.3f}', x[0, 0]); str(x); return x",
    "assert np.issubdtype(x.dtype, np.floating) and np.finfo(x.dtype).eps < 1e-6 and np.finfo(float).eps; return x",
)


@pytest.mark.parametrize("body", [*ARITHMETIC, *REDUCTIONS, *PRODUCTS, *SHAPES, *CELLS])
def test_a_style_traces(body: str) -> None:
    """Same values as the plain run at the sample point, same function in its neighbourhood."""
    assert_traces(body)
