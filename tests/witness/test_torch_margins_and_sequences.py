"""torch agrees with the worked solutions of hinge losses, recurrent networks and attention."""

import numpy as np
import pytest
from beside_torch import RNG, assert_layer, assert_loss, assert_same, normal, solution, steps

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


def test_multiclass_hinge() -> None:
    """`multi_margin_loss` is the hinge over the wrong classes, divided by C as well."""
    functions = solution("multiclass-svm-grad")
    X, W, y = normal(7, 4), normal(4, 5), RNG.integers(0, 5, 7)
    y_t = torch.tensor(y)
    assert_loss(
        functions.svm_loss(X @ W, y), lambda s: 5 * functional.multi_margin_loss(s, y_t), X @ W
    )
    for call in (functions.svm_loss_naive, functions.svm_loss_vectorized):
        assert_loss(
            call(W, X, y, 0.3),
            lambda w: (
                5 * functional.multi_margin_loss(torch.tensor(X) @ w, y_t) + 0.3 * w.square().sum()
            ),
            W,
        )


def test_binary_hinge() -> None:
    """`hinge_embedding_loss` of the margins is max(0, 1 − m) where the target is −1."""
    X, y, w, b = normal(7, 4), RNG.choice([-1.0, 1.0], 7), normal(4), np.array(0.4)

    def value(w, b):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        margins = torch.tensor(y) * (torch.tensor(X) @ w + b)
        hinge = functional.hinge_embedding_loss(margins, -torch.ones(7, dtype=torch.float64))
        return 0.5 * w.square().sum() + 1.7 * hinge

    assert_loss(solution("hinge-svm-grad").hinge_svm_loss(X, y, w, b, 1.7), value, w, b)


def unrolled(cell, x, *states):  # noqa: ANN001, ANN002, ANN201 - no torch where types are checked
    """The first of the states of a cell at every step, stacked along time."""
    seen = []
    for t in range(x.shape[1]):
        states = cell(x[:, t], *states)
        seen.append(states[0])
    return torch.stack(seen, dim=1)


def test_rnn_sequence() -> None:
    """`rnn_tanh_cell` step by step, with autograd through time."""
    layer = solution("rnn-seq-fb")

    def value(x, h0, wx, wh, b):  # noqa: ANN001, ANN202
        return unrolled(lambda x, h: (torch.rnn_tanh_cell(x, h, wx.T, wh.T, b, 0 * b),), x, h0)

    arrays = [normal(3, 5, 4), normal(3, 2), normal(4, 2), normal(2, 2), normal(2)]
    assert_layer(layer.rnn_forward, layer.rnn_backward, value, arrays)


def test_lstm_sequence() -> None:
    """`lstm_cell` step by step, whose gates stand in the order i, f, g, o."""
    layer = solution("lstm-seq-fb")
    order = np.r_[0:4, 6:8, 4:6]

    def value(x, h0, wx, wh, b):  # noqa: ANN001, ANN202
        def cell(x, h, c):  # noqa: ANN001, ANN202
            wx_t, wh_t, b_t = wx[:, order].T, wh[:, order].T, b[order]
            return torch.lstm_cell(x, (h, c), wx_t, wh_t, b_t, 0 * b_t)

        return unrolled(cell, x, h0, torch.zeros_like(h0))

    arrays = [normal(3, 5, 4), normal(3, 2), normal(4, 8), normal(2, 8), normal(8)]
    assert_layer(layer.lstm_forward, layer.lstm_backward, value, arrays)


def test_word_embedding() -> None:
    """`embedding`, with words that repeat."""
    layer, x = solution("embedding-fb"), RNG.integers(0, 3, (4, 5))
    assert_layer(
        lambda w: layer.word_embedding_forward(x, w),
        layer.word_embedding_backward,
        lambda w: functional.embedding(torch.tensor(x), w),
        [normal(3, 2)],
    )


def test_masked_cross_entropy_over_time() -> None:
    """`linear` at every step, and the sum of `cross_entropy` without the ignored steps, over N."""
    head = solution("temporal-ce")
    assert_layer(
        head.temporal_affine_forward,
        head.temporal_affine_backward,
        lambda x, w, b: functional.linear(x, w.T, b),
        [normal(3, 4, 2), normal(2, 5), normal(5)],
    )
    x, y, mask = normal(3, 4, 5), RNG.integers(0, 5, (3, 4)), RNG.random((3, 4)) < 0.6
    seen = torch.tensor(np.where(mask, y, -100))
    assert_loss(
        head.temporal_softmax_loss(x, y, mask),
        lambda x: functional.cross_entropy(x.transpose(1, 2), seen, reduction="sum") / 3,
        x,
    )


@pytest.mark.parametrize("eps", [1e-8, 0.1])
def test_adagrad_and_rmsprop(eps: float) -> None:
    """`Adagrad` and `RMSprop` from a fresh state."""
    functions = solution("adagrad-rmsprop")
    ours = {"learning_rate": 0.1, "epsilon": eps, "decay_rate": 0.8}
    optim = torch.optim
    steps(functions.adagrad, ours, lambda p: optim.Adagrad(p, lr=0.1, eps=eps))
    steps(functions.rmsprop, ours, lambda p: optim.RMSprop(p, lr=0.1, alpha=0.8, eps=eps))


def test_gru_step() -> None:
    """`gru_cell`, whose weights are the transposes of ours in the same order r, z, n."""
    layer = solution("gru-step-fb")
    assert_layer(
        layer.gru_step_forward,
        layer.gru_step_backward,
        lambda x, h, wx, wh, bx, bh: torch.gru_cell(x, h, wx.T, wh.T, bx, bh),
        [normal(3, 5), normal(3, 4), normal(5, 12), normal(4, 12), normal(12), normal(12)],
    )


@pytest.mark.parametrize("mask", [None, np.tri(4, 5) > 0], ids=["no mask", "causal"])
def test_attention_backward(mask: np.ndarray | None) -> None:
    """`scaled_dot_product_attention` and autograd through it."""
    layer = solution("sdpa-bwd")
    mask_t = None if mask is None else torch.tensor(mask)
    assert_layer(
        lambda q, k, v: layer.sdpa_forward(q, k, v, mask),
        layer.sdpa_backward,
        lambda q, k, v: functional.scaled_dot_product_attention(q, k, v, attn_mask=mask_t),
        [normal(2, 3, 4, 7), normal(2, 3, 5, 7), normal(2, 3, 5, 6)],
    )


def test_causal_attention() -> None:
    """`scaled_dot_product_attention` with `is_causal`."""
    x, wq, wk, wv = normal(2, 5, 3), normal(3, 4), normal(3, 4), normal(3, 6)
    q, k, v = (torch.tensor(x @ w) for w in (wq, wk, wv))
    theirs = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
    assert_same((solution("causal-mask").causal_attention(x, wq, wk, wv),), (theirs,))


@pytest.mark.parametrize("mask", [None, np.tri(4) > 0], ids=["no mask", "causal"])
def test_multi_head_attention(mask: np.ndarray | None) -> None:
    """`multi_head_attention_forward`, whose mask hides where it is true."""
    x, wq, wk, wv, wo = normal(2, 4, 6), normal(6, 6), normal(6, 6), normal(6, 6), normal(6, 6)
    out = solution("mha-fwd").multi_head_attention(x, wq, wk, wv, wo, 3, mask)
    first = torch.tensor(x).transpose(0, 1)
    packed = torch.tensor(np.hstack([wq, wk, wv]).T)
    theirs, _ = functional.multi_head_attention_forward(
        *(first, first, first, 6, 3, packed, None, None, None, False, 0.0),
        torch.tensor(wo.T),
        None,
        attn_mask=None if mask is None else torch.tensor(~mask),
        training=False,
    )
    assert_same((out,), (theirs.transpose(0, 1),))


@pytest.mark.parametrize("start", [0, 4])
def test_sinusoidal_encoding(start: int) -> None:
    """Sine and cosine are the parts of `polar` numbers on the unit circle."""
    frequency = 10000.0 ** -(torch.arange(0, 8, 2, dtype=torch.float64) / 8)
    angles = torch.outer(torch.arange(start, start + 5, dtype=torch.float64), frequency)
    turned = torch.view_as_real(torch.polar(torch.ones_like(angles), angles)).flip(-1)
    assert_same((solution("sinusoidal-pe").sinusoidal_pe(5, 8, start),), (turned.flatten(1),))


def test_rotary_embedding() -> None:
    """`view_as_complex` times `polar`, and autograd through it."""
    layer, positions = solution("rope-apply"), np.array([0, 5, 2])
    frequency = 100.0 ** -(torch.arange(0, 6, 2, dtype=torch.float64) / 6)
    angles = torch.outer(torch.tensor(positions, dtype=torch.float64), frequency)
    factor = torch.polar(torch.ones_like(angles), angles)

    def value(x):  # noqa: ANN001, ANN202
        pairs = torch.view_as_complex(x.reshape(2, 4, 3, 3, 2))
        return torch.view_as_real(pairs * factor).flatten(3)

    assert_layer(
        lambda x: (layer.apply_rope(x, positions, 100.0), None),
        lambda dout, _: layer.apply_rope_backward(dout, positions, 100.0),
        value,
        [normal(2, 4, 3, 6)],
    )


def test_additive_attention() -> None:
    """`softmax` of torch's own functions with padding at minus infinity, and autograd."""
    layer = solution("seq2seq-attn")
    mask = np.array([[True, True, False, True], [False, True, True, False]])

    def value(s, enc, wa, ua, va):  # noqa: ANN001, ANN202
        scores = torch.tanh((s @ wa).unsqueeze(1) + enc @ ua) @ va
        weights = torch.softmax(scores.masked_fill(~torch.tensor(mask), -torch.inf), dim=1)
        return torch.bmm(weights.unsqueeze(1), enc).squeeze(1)

    def forward(*arrays: np.ndarray) -> tuple:
        context, _, cache = layer.bahdanau_forward(*arrays, mask)
        return context, cache

    arrays = [normal(2, 3), normal(2, 4, 5), normal(3, 6), normal(5, 6), normal(6)]
    assert_layer(forward, layer.bahdanau_backward, value, arrays)


def heads_of(a, count):  # noqa: ANN001, ANN201 - no torch where types are checked
    """(N, T, D) to (N, heads, T, Dh), as a tensor."""
    return torch.tensor(a).unflatten(-1, (count, -1)).transpose(1, 2)


def test_cross_attention() -> None:
    """`scaled_dot_product_attention` of heads with the mask of the keys."""
    x, context = normal(2, 3, 6), normal(2, 4, 6)
    wq, wk, wv, wo = (normal(6, 6) for _ in range(4))
    key_mask = np.array([[True, True, False, True], [False, True, True, False]])
    out = solution("cross-attention").cross_attention(x, context, wq, wk, wv, wo, 2, key_mask)
    heads = functional.scaled_dot_product_attention(
        *(heads_of(each, 2) for each in (x @ wq, context @ wk, context @ wv)),
        attn_mask=torch.tensor(key_mask)[:, None, None, :],
    )
    assert_same((out,), (heads.transpose(1, 2).flatten(2) @ torch.tensor(wo),))


@pytest.mark.parametrize("groups", [1, 2, 4])
def test_grouped_query_attention(groups: int) -> None:
    """`scaled_dot_product_attention` with `enable_gqa`."""
    x, wq, wo = normal(2, 5, 8), normal(8, 8), normal(8, 8)
    wk, wv = normal(8, 2 * groups), normal(8, 2 * groups)
    out = solution("gqa-fwd").grouped_query_attention(x, wq, wk, wv, wo, 4, groups)
    q, k, v = heads_of(x @ wq, 4), heads_of(x @ wk, groups), heads_of(x @ wv, groups)
    heads = functional.scaled_dot_product_attention(q, k, v, enable_gqa=True)
    assert_same((out,), (heads.transpose(1, 2).flatten(2) @ torch.tensor(wo),))


@pytest.mark.parametrize("block", [1, 3, 7, 20])
def test_attention_by_blocks(block: int) -> None:
    """`scaled_dot_product_attention` of all keys at once."""
    q, k, v = normal(4, 3), normal(7, 3), normal(7, 5)
    theirs = functional.scaled_dot_product_attention(*(torch.tensor(each) for each in (q, k, v)))
    assert_same(
        (solution("flash-attn-online").online_softmax_attention(q, k, v, block),), (theirs,)
    )


def test_decoding_with_a_cache() -> None:
    """Chunk by chunk it is `scaled_dot_product_attention` with `is_causal` over the whole."""
    x, wq, wk, wv = normal(2, 7, 3), normal(3, 4), normal(3, 4), normal(3, 5)
    step, cache, outs = solution("kv-cache-decode").decode_step, None, []
    for chunk in (x[:, :3], x[:, 3:5], x[:, 5:6], x[:, 6:]):
        out, cache = step(chunk, wq, wk, wv, cache)
        outs.append(out)
    q, k, v = (torch.tensor(x @ w) for w in (wq, wk, wv))
    theirs = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
    assert_same((np.concatenate(outs, axis=1),), (theirs,))


def test_gated_feed_forward() -> None:
    """`silu` and autograd."""
    layer = solution("swiglu-ffn")
    assert_layer(
        layer.swiglu_forward,
        layer.swiglu_backward,
        lambda x, wg, wu, wd: (functional.silu(x @ wg) * (x @ wu)) @ wd,
        [normal(2, 3, 4), normal(4, 5), normal(4, 5), normal(5, 4)],
    )


@pytest.mark.parametrize("pre_norm", [True, False])
def test_transformer_block(pre_norm: bool) -> None:
    """`TransformerEncoderLayer` with `norm_first` or without."""
    shapes = dict.fromkeys(("Wq", "Wk", "Wv", "Wo"), (6, 6))
    shapes |= {"W1": (6, 5), "b1": (5,), "W2": (5, 6), "b2": (6,)}
    shapes |= dict.fromkeys(("gamma1", "beta1", "gamma2", "beta2"), (6,))
    p = {name: normal(*shape) for name, shape in shapes.items()}
    x = normal(2, 4, 6)
    out = solution("transformer-block").transformer_block(x, p, 3, pre_norm)
    layer = torch.nn.TransformerEncoderLayer(
        6, 3, 5, dropout=0.0, batch_first=True, norm_first=pre_norm, dtype=torch.float64
    )
    theirs = {
        "self_attn.in_proj_weight": np.hstack([p["Wq"], p["Wk"], p["Wv"]]).T,
        "self_attn.in_proj_bias": np.zeros(18),
        "self_attn.out_proj.weight": p["Wo"].T,
        "self_attn.out_proj.bias": np.zeros(6),
        "linear1.weight": p["W1"].T,
        "linear1.bias": p["b1"],
        "linear2.weight": p["W2"].T,
        "linear2.bias": p["b2"],
        **{f"norm{i}.weight": p[f"gamma{i}"] for i in (1, 2)},
        **{f"norm{i}.bias": p[f"beta{i}"] for i in (1, 2)},
    }
    layer.load_state_dict({name: torch.tensor(each) for name, each in theirs.items()})
    assert_same((out,), (layer.train()(torch.tensor(x)),))
