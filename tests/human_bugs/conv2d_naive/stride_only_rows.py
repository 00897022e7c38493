# bug: The column index of the window is not multiplied by the stride.
# output: out
# line: 20
# accept: stride-ignored
# edit: behaves as if the factor stride were missing
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    st, pd = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pd, pd), (pd, pd)))
    Ho, Wo = (H + 2 * pd - kh) // st + 1, (W + 2 * pd - kw) // st + 1
    out = np.empty((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    out[n, f, i, j] = (xp[n, :, i * st : i * st + kh, j : j + kw] * w[f]).sum() + b[f]
    return out, (x, w, b, conv_param)
