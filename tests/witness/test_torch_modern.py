"""torch agrees with the worked solutions of vision Transformers, CLIP, adapters and alignment."""

import numpy as np
import pytest
from beside_torch import RNG, assert_layer, assert_loss, assert_same, leaves, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


def test_patches() -> None:
    """`unfold` cuts the patches with the channel slowest, and a `conv2d` with stride P embeds."""
    vit, (n, c, p, d) = solution("vit-patchify"), (2, 3, 2, 5)
    x, w, b = normal(n, c, 4, 6), normal(p * p * c, d), normal(d)
    cls, pos = normal(d), normal(7, d)
    patches = vit.patchify(x, p)
    theirs = functional.unfold(torch.tensor(x), p, stride=p).mT.unflatten(2, (c, p, p))
    assert_same((patches,), (theirs.permute(0, 1, 3, 4, 2).flatten(2),))
    assert_same((vit.unpatchify(patches, p, 4, 6),), (torch.tensor(x),))
    kernel = torch.tensor(w).unflatten(0, (p, p, c)).permute(3, 2, 0, 1)
    embedded = functional.conv2d(torch.tensor(x), kernel, torch.tensor(b), stride=p)
    first = torch.tensor(cls).expand(n, 1, d)
    tokens = torch.cat([first, embedded.flatten(2).mT], dim=1) + torch.tensor(pos)
    assert_same((vit.vit_embed(x, p, w, b, cls, pos),), (tokens,))


def test_clip() -> None:
    """`normalize` and `cross_entropy` in both directions."""

    def value(image, text):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        logits = 3.0 * functional.normalize(image) @ functional.normalize(text).T
        labels = torch.arange(5)
        both = functional.cross_entropy(logits, labels) + functional.cross_entropy(logits.T, labels)
        return both / 2

    image, text = normal(5, 4), normal(5, 4)
    assert_loss(solution("clip-loss-fb").clip_loss(image, text, 3.0), value, image, text)


def test_low_rank_adapter() -> None:
    """Autograd through the two paths, with W left out; the merged weights give the same."""
    layer, w = solution("lora-fwd-bwd"), normal(6, 5)
    x, a, b = normal(3, 6), normal(6, 2), normal(2, 5)
    assert_layer(
        lambda x, a, b: layer.lora_forward(x, w, a, b, 7.0),
        layer.lora_backward,
        lambda x, a, b: x @ torch.tensor(w) + 3.5 * x @ a @ b,
        [x, a, b],
    )
    merged = layer.lora_merge(w, a, b, 7.0)
    assert_same((layer.lora_forward(x, w, a, b, 7.0)[0],), (torch.tensor(x @ merged),))


def test_preference_loss() -> None:
    """`logsigmoid` of the difference, and `cross_entropy` token by token."""
    dpo = solution("dpo-loss-fb")
    better, worse, *references = (normal(6) for _ in range(4))
    ref_w, ref_l = (torch.tensor(each) for each in references)
    assert_loss(
        dpo.dpo_loss(better, worse, *references, 0.4),
        lambda w, l: -functional.logsigmoid(0.4 * ((w - ref_w) - (l - ref_l))).mean(),  # noqa: E741
        better,
        worse,
    )
    logits, tokens, mask = normal(3, 5, 7), RNG.integers(0, 7, (3, 5)), RNG.random((3, 5)) < 0.6
    each = functional.cross_entropy(
        torch.tensor(logits)[:, :-1].mT, torch.tensor(tokens)[:, 1:], reduction="none"
    )
    theirs = -(each * torch.tensor(mask)[:, 1:]).sum(1)
    np.testing.assert_allclose(dpo.sequence_logps(logits, tokens, mask), theirs.numpy(), rtol=1e-9)


def test_beam_search() -> None:
    """A beam that holds everything finds the best of all sequences, listed one by one."""
    table = RNG.standard_normal((4, 4))
    logs = torch.log_softmax(torch.tensor(table), 1)
    every = {}
    for tokens in torch.cartesian_prod(*[torch.arange(4)] * 4).tolist():
        cut = tokens[: tokens.index(3) + 1] if 3 in tokens else tokens
        total = logs[torch.tensor([0, *cut[:-1]]), torch.tensor(cut)].sum()
        every[0, *cut] = float(total) / len(cut) ** 0.8
    search = solution("beam-search").beam_search
    tokens, score = search(lambda prefix: logs[prefix[-1]].numpy(), 0, 3, 200, 4, 0.8)
    assert tuple(tokens) == max(every, key=lambda each: every[each])
    assert score == pytest.approx(every[tuple(tokens)])


def test_ring_allreduce() -> None:
    """The mean over the processes; after the scatter one whole sum for each."""
    functions, chunks = solution("ring-allreduce"), RNG.standard_normal((4, 4, 3))
    total = torch.tensor(chunks).sum(0)
    scattered = functions.ring_reduce_scatter(chunks)
    assert_same((scattered[range(4), [1, 2, 3, 0]],), (total.roll(-1, 0),))
    assert_same((functions.ring_allreduce(chunks),), ((total / 4).expand(4, 4, 3),))


def test_ppo_and_grpo() -> None:
    """Autograd through the minimum; the deviation of `std_mean`."""
    functions, (logp, old, adv) = solution("ppo-grpo-loss"), RNG.standard_normal((3, 20))
    ours = functions.ppo_clip_loss(logp, old, adv, 0.2)

    def value(logp: torch.Tensor) -> torch.Tensor:
        ratio, advantage = (logp - torch.tensor(old)).exp(), torch.tensor(adv)
        return -torch.minimum(ratio * advantage, ratio.clamp(0.8, 1.2) * advantage).mean()

    assert_loss(ours, value, logp)
    rewards = RNG.standard_normal((3, 5))
    std, mean = torch.std_mean(torch.tensor(rewards), 1, correction=0, keepdim=True)
    theirs = (torch.tensor(rewards) - mean) / (std + 1e-4)
    assert_same((functions.grpo_advantages(rewards),), (theirs,))


def test_multi_head_attention_backward() -> None:
    """`scaled_dot_product_attention` on the heads of three projections."""
    functions, arrays = solution("mha-bwd"), [RNG.standard_normal((2, 3, 4))]
    arrays += [RNG.standard_normal((4, 4)) for _ in range(4)]
    out, cache = functions.mha_forward(*arrays, 2)
    tensors, upstream = leaves(*arrays), RNG.standard_normal(out.shape)
    x, *projections, last = tensors
    heads = [(x @ each).unflatten(2, (2, 2)).transpose(1, 2) for each in projections]
    attended = torch.nn.functional.scaled_dot_product_attention(*heads)
    theirs = attended.transpose(1, 2).flatten(2) @ last
    grads = torch.autograd.grad(theirs, tensors, torch.tensor(upstream))
    assert_same((out, *functions.mha_backward(upstream, cache)), (theirs, *grads))


def test_byte_pair_encoding() -> None:
    """Pairs counted by `unique` on rows of code points, padded with −1 between the words."""
    functions, words = solution("bpe-train"), ["abab", "abc", "cab", "bca", "abab"]
    merges = functions.bpe_train(words, 2)
    codes = torch.tensor([ord(each) if each != " " else -1 for each in " ".join(words)])
    pairs = codes.unfold(0, 2, 1)
    kinds, counts = pairs[(pairs >= 0).all(1)].unique(dim=0, return_counts=True)
    assert [ord(each) for each in merges[0]] == kinds[counts.argmax()].tolist()
    assert functions.bpe_encode("cabab", merges[:1]) == ["c", "ab", "ab"]
    assert "".join(functions.bpe_encode("abcab", merges)) == "abcab"


def test_speculative_step() -> None:
    """`gather` and `clamp`; with a one-hot target every token is the target's."""
    functions, x = solution("speculative-step"), np.array([1, 0, 3])
    p, q = (torch.softmax(torch.tensor(normal(3, 4)), 1) for _ in range(2))
    ratio = (p / q).gather(1, torch.tensor(x)[:, None]).flatten().clamp(max=1)
    rest = (p - q).clamp(min=0)
    ours = functions.residual_distribution(p.numpy(), q.numpy())
    assert_same((functions.accept_probability(p.numpy(), q.numpy(), x),), (ratio,))
    assert_same((ours,), (functional.normalize(rest, p=1),))
    tokens, accepted = functions.speculative_step(np.eye(4)[[1, 1, 2]], q.numpy(), x)
    assert tokens.tolist() == [1, 1, 2]
    assert accepted.tolist() == [True, False, False]


def test_linear_position_bias() -> None:
    """Powers of a quarter times distances, the future filled with −∞, under a cached prefix."""
    q, k = normal(2, 4, 3, 5), normal(2, 4, 6, 5)
    distance = torch.arange(3, 6)[:, None] - torch.arange(6)
    slopes = 0.25 ** torch.arange(1, 5, dtype=torch.float64)
    products = torch.einsum("nhtd,nhsd->nhts", torch.tensor(q), torch.tensor(k)) / 5**0.5
    theirs = products - slopes[:, None, None] * distance
    ours = solution("alibi-bias").alibi_weights(q, k)
    assert_same((ours,), (theirs.masked_fill(distance < 0, -torch.inf).softmax(3),))


def test_linear_attention() -> None:
    """The whole matrix of weights, which the solution never builds."""
    q, k, v = normal(2, 4, 3), normal(2, 4, 3), normal(2, 4, 5)
    fq, fk = (functional.elu(torch.tensor(each)) + 1 for each in (q, k))
    weights = fq @ fk.mT
    attend = solution("linear-attn").linear_attention
    for causal, seen in ((False, weights), (True, weights.tril())):
        theirs = functional.normalize(seen, p=1, dim=2) @ torch.tensor(v)
        assert_same((attend(q, k, v, causal),), (theirs,))


@pytest.mark.parametrize("k", [1, 2, 5])
def test_mixture_of_experts(k: int) -> None:
    """`topk` and a softmax of its values, every expert on every token, and a loss by `one_hot`."""
    functions, x, router = solution("moe-topk"), normal(7, 3), normal(3, 5)
    weights = normal(5, 3, 3)
    logits = torch.tensor(x @ router)
    values, indices = logits.topk(k)
    outputs = torch.einsum("td,edf->tef", torch.tensor(x), torch.tensor(weights)).tanh()
    chosen = outputs.gather(1, indices[:, :, None].expand(-1, -1, 3))
    theirs = (values.softmax(1)[:, :, None] * chosen).sum(1)
    loads = functional.one_hot(indices, 5).double().mean((0, 1))
    balance = 5 * loads @ logits.softmax(1).mean(0)
    experts = [lambda rows, w=w: np.tanh(rows @ w) for w in weights]
    assert_same(functions.moe_forward(x, router, experts, k), (theirs, balance))
    gates = torch.zeros_like(logits).scatter(1, indices, values.softmax(1))
    assert_same((functions.top_k_gates(logits.numpy(), k),), (gates,))
