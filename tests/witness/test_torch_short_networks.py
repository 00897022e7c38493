"""torch agrees with the worked solutions of networks written against the clock."""

import numpy as np
import pytest
from beside_torch import RNG, assert_same, normal, solution

torch = pytest.importorskip("torch")

pytestmark = pytest.mark.witness


def test_convolution_pooling_and_dense_layer() -> None:
    """`conv2d`, `max_pool2d` and `linear`."""
    x, W1, b1, W2, b2 = normal(2, 3, 6, 4), normal(5, 3, 3, 3), normal(5), normal(30, 4), normal(4)
    ours = solution("conv-pool-fc-forward").conv_pool_fc(x, W1, b1, W2, b2)
    x_t, W1_t, b1_t, W2_t, b2_t = map(torch.tensor, (x, W1, b1, W2, b2))
    functional = torch.nn.functional
    hidden = functional.max_pool2d(functional.conv2d(x_t, W1_t, b1_t, padding=1).relu(), 2)
    assert_same((ours,), (functional.linear(hidden.flatten(1), W2_t.T, b2_t),))


def test_padded_lstm() -> None:
    """`LSTMCell` on the real steps of each sequence alone."""
    x, h0, c0, b = normal(3, 5, 2), normal(3, 4), normal(3, 4), normal(16)
    Wx, Wh, mask = normal(2, 16), normal(4, 16), RNG.integers(0, 2, (3, 5))
    ours = solution("lstm-masked-forward").lstm_masked_forward(x, mask, h0, c0, Wx, Wh, b)
    cell = torch.nn.LSTMCell(2, 4).double()
    order = np.r_[0:8, 12:16, 8:12]  # torch has the gates as i, f, g, o
    for name, value in (("weight_ih", Wx[:, order].T), ("weight_hh", Wh[:, order].T)):
        getattr(cell, name).data = torch.tensor(value)
    cell.bias_ih.data, cell.bias_hh.data = torch.tensor(b[order]), torch.zeros(16).double()
    out = torch.zeros(3, 5, 4, dtype=torch.float64)
    h, c = torch.tensor(h0), torch.tensor(c0)
    for n in range(3):
        for t in np.flatnonzero(mask[n]):
            state = (h[n : n + 1].clone(), c[n : n + 1].clone())
            new_h, new_c = cell(torch.tensor(x[n : n + 1, t]), state)
            h[n], c[n] = new_h[0].detach(), new_c[0].detach()
            out[n, t] = h[n]
    assert_same(ours, (out, h, c))


def test_bidirectional_recurrence() -> None:
    """`RNN` in both directions over `pack_padded_sequence`, which never sees the padding."""
    functions, x, lengths = solution("bidirectional-rnn"), normal(4, 5, 3), np.array([5, 2, 4, 1])
    Wx, Wh, b = normal(2, 3, 2), normal(2, 2, 2), normal(2, 2)
    layer = torch.nn.RNN(3, 2, batch_first=True, bidirectional=True).double()
    with torch.no_grad():
        for i, suffix in enumerate(("l0", "l0_reverse")):
            getattr(layer, f"weight_ih_{suffix}").copy_(torch.tensor(Wx[i].T))
            getattr(layer, f"weight_hh_{suffix}").copy_(torch.tensor(Wh[i].T))
            getattr(layer, f"bias_ih_{suffix}").copy_(torch.tensor(b[i]))
            getattr(layer, f"bias_hh_{suffix}").zero_()
        sequences = torch.nn.utils.rnn
        packed = sequences.pack_padded_sequence(
            torch.tensor(x), torch.tensor(lengths), batch_first=True, enforce_sorted=False
        )
        outputs, last = layer(packed)
        out, _ = sequences.pad_packed_sequence(outputs, batch_first=True)
    assert_same(
        functions.birnn_forward(x, lengths, Wx, Wh, b), (out, last.transpose(0, 1).flatten(1))
    )
    turned = [torch.tensor(row[:n]).flip(0) for row, n in zip(x, lengths, strict=True)]
    ours = functions.reverse_padded(x, lengths)
    for row, n, theirs in zip(ours, lengths, turned, strict=True):
        assert_same((row[:n],), (theirs,))
