# bug: Dgamma is summed against the input gradient of xhat: uses dout*gamma (dxhat) for dgamma.
# output: dgamma
# line: 42
# accept: gamma-added
import numpy as np

def batchnorm_forward(x, gamma, beta, bn_param):
    N, D = x.shape
    eps = bn_param.get("eps", 1e-5)
    m = bn_param.get("momentum", 0.9)
    run_mean = np.array(bn_param.get("running_mean", np.zeros(D)), dtype=float)
    run_var = np.array(bn_param.get("running_var", np.zeros(D)), dtype=float)
    out = np.zeros((N, D))
    xhat = np.zeros((N, D))
    inv = np.zeros(D)
    training = bn_param["mode"] == "train"
    for d in range(D):
        if training:
            mu = sum(x[:, d]) / N
            var = sum((x[:, d] - mu) ** 2) / N
            run_mean[d] = m * run_mean[d] + (1 - m) * mu
            run_var[d] = m * run_var[d] + (1 - m) * var
        else:
            mu, var = run_mean[d], run_var[d]
        inv[d] = (var + eps) ** -0.5
        for n in range(N):
            xhat[n, d] = (x[n, d] - mu) * inv[d]
            out[n, d] = gamma[d] * xhat[n, d] + beta[d]
    if training:
        bn_param["running_mean"] = run_mean
        bn_param["running_var"] = run_var
    return out, (xhat, inv, gamma)

def batchnorm_backward(dout, cache):
    xhat, inv, gamma = cache
    N, D = xhat.shape
    dx = np.zeros((N, D))
    dgamma = np.zeros(D)
    dbeta = np.zeros(D)
    for d in range(D):
        g = dout[:, d]
        dbeta[d] = g.sum()
        dxhat = g * gamma[d]
        dgamma[d] = np.dot(dxhat, xhat[:, d])
        for n in range(N):
            dx[n, d] = inv[d] * (dxhat[n] - dxhat.mean() - xhat[n, d] * np.mean(dxhat * xhat[:, d]))
    return dx, dgamma, dbeta
