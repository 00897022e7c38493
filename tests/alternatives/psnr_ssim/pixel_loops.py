"""Sums over pixels in plain Python."""

import math


def compute_psnr(x, y, max_val=255.0):
    total = 0.0
    for p, q in zip(x.flat, y.flat):
        total += (float(p) - float(q)) ** 2
    if total == 0:
        return math.inf
    return 10 * math.log10(max_val**2 * x.size / total)


def global_ssim(x, y, max_val=255.0):
    a, b = [float(p) for p in x.flat], [float(q) for q in y.flat]
    n = len(a)
    ma, mb = sum(a) / n, sum(b) / n
    va = sum((p - ma) ** 2 for p in a) / n
    vb = sum((q - mb) ** 2 for q in b) / n
    c = sum((p - ma) * (q - mb) for p, q in zip(a, b)) / n
    c1, c2 = (0.01 * max_val) ** 2, (0.03 * max_val) ** 2
    light = (2 * ma * mb + c1) / (ma**2 + mb**2 + c1)
    return light * (2 * c + c2) / (va + vb + c2)
