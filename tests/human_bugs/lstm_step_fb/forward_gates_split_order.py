# bug: Forward: gates split in the order i, f, g, o.
# output: next_h, next_c, dx, dprev_h, dprev_c, dWx, dWh, db
# line: 13
# accept: convention
# edit: behaves as if [di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g ** 2)] stood where [di * i * (1.0 - i), df * f * (1.0 - f), dg * (1.0 - g ** 2), do * o * (1.0 - o)] belongs
import numpy as np

def sig(v):
    return 0.5 * (1 + np.tanh(0.5 * v))

def lstm_cell_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = x @ Wx + prev_h @ Wh + b
    ai, af, ag, ao = np.split(a, 4, axis=1)
    gates = {"i": sig(ai), "f": sig(af), "o": sig(ao), "g": np.tanh(ag)}
    next_c = gates["f"] * prev_c + gates["i"] * gates["g"]
    squashed = np.tanh(next_c)
    next_h = gates["o"] * squashed
    return next_h, next_c, dict(x=x, h=prev_h, c=prev_c, Wx=Wx, Wh=Wh, squashed=squashed, **gates)

def lstm_cell_backward(dnext_h, dnext_c, cache):
    i, f, o, g = (cache[k] for k in "ifog")
    s = cache["squashed"]
    dc = dnext_c + dnext_h * o * (1 - s * s)
    grads = {
        "i": dc * g * i * (1 - i),
        "f": dc * cache["c"] * f * (1 - f),
        "o": dnext_h * s * o * (1 - o),
        "g": dc * i * (1 - g * g),
    }
    da = np.concatenate([grads[k] for k in "ifog"], axis=1)
    return (da @ cache["Wx"].T, da @ cache["Wh"].T, dc * f,
            cache["x"].T @ da, cache["h"].T @ da, np.sum(da, 0))
