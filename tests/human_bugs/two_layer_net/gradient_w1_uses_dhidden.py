# bug: The gradient of W1 uses dhidden (before the ReLU mask).
# output: loss, W1
# line: 25
# accept: activation-slope-missing
import numpy as np

class Net:
    def __init__(self, params, reg):
        self.p = params
        self.reg = reg

    def forward(self, x):
        self.x = x
        self.pre = np.einsum("nd,dh->nh", x, self.p["W1"]) + self.p["b1"]
        self.hidden = np.where(self.pre > 0, self.pre, 0.0)
        return np.einsum("nh,hc->nc", self.hidden, self.p["W2"]) + self.p["b2"]

    def penalty(self):
        return self.reg / 2 * sum(np.vdot(self.p[k], self.p[k]) for k in ("W1", "W2"))

    def backward(self, dlogits):
        dhidden = np.einsum("nc,hc->nh", dlogits, self.p["W2"])
        dpre = dhidden * (self.pre > 0)
        return {
            "W1": np.einsum("nd,nh->dh", self.x, dhidden) + self.reg * self.p["W1"],
            "b1": np.einsum("nh->h", dpre),
            "W2": np.einsum("nh,nc->hc", self.hidden, dlogits) + self.reg * self.p["W2"],
            "b2": np.einsum("nc->c", dlogits),
        }

def two_layer_network(x, y, params, reg=0.0):
    net = Net(params, reg)
    logits = net.forward(x)
    n = logits.shape[0]
    exps = np.exp(logits - logits.max(axis=1)[:, None])
    probs = exps / exps.sum(axis=1)[:, None]
    loss = 0.0
    dlogits = np.zeros_like(probs)
    for k in range(n):
        loss += -np.log(probs[k, y[k]]) / n
        dlogits[k] = probs[k] / n
        dlogits[k, y[k]] -= 1 / n
    return loss + net.penalty(), net.backward(dlogits)
