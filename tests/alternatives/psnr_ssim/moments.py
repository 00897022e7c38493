"""Raw moments, centred at the end; a difference of logarithms."""

import numpy as np


def peak_signal_noise_ratio(x, y, max_val=255.0):
    error = np.float64(x) - np.float64(y)
    mse = np.vdot(error, error) / error.size
    with np.errstate(divide="ignore"):
        return 20 * np.log10(max_val) - 10 * np.log10(mse)


def ssim(x, y, max_val=255.0):
    x, y = np.float64(x), np.float64(y)
    n = x.size
    mx, my = x.sum() / n, y.sum() / n
    vx, vy = (x * x).sum() / n - mx**2, (y * y).sum() / n - my**2
    cov = (x * y).sum() / n - mx * my
    c1, c2 = (0.01 * max_val) ** 2, (0.03 * max_val) ** 2
    return (2 * mx * my + c1) / (mx**2 + my**2 + c1) * (2 * cov + c2) / (vx + vy + c2)
