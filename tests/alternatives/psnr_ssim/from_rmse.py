"""PSNR from the RMSE; SSIM as one quotient."""

import numpy as np


def psnr(x, y, max_val=255.0):
    rmse = np.linalg.norm(np.subtract(x, y, dtype=float)) / np.sqrt(np.size(x))
    return 20 * np.log10(max_val / rmse) if rmse > 0 else np.inf


def ssim_global(x, y, max_val=255.0):
    x, y = np.ravel(x).astype(float), np.ravel(y).astype(float)
    (vx, cov), (_, vy) = np.cov(x, y, ddof=0)
    mx, my = np.mean(x), np.mean(y)
    c1, c2 = 1e-4 * max_val**2, 9e-4 * max_val**2
    top = (2 * mx * my + c1) * (2 * cov + c2)
    return top / ((mx * mx + my * my + c1) * (vx + vy + c2))
