# bug: Soft targets thresholded: y rounded to a class.
# bug: Dz not divided by n.
# output: loss, dz
# line: 14; 26
# accept: soft-target-rounded; mean-missing
import math
import numpy as np

def bce_with_logits_loss(z, y, pos_weight=1.0):
    n = len(z)
    loss = 0.0
    dz = np.zeros(n)
    for i in range(n):
        zi, yi = float(z[i]), float(y[i] > 0.5)
        small = math.exp(-abs(zi))
        if zi >= 0:
            p = 1 / (1 + small)
            log_p = -math.log1p(small)
            log_q = -zi - math.log1p(small)
        else:
            p = small / (1 + small)
            log_p = zi - math.log1p(small)
            log_q = -math.log1p(small)
        loss -= pos_weight * yi * log_p + (1 - yi) * log_q
        dz[i] = (1 - yi) * p - pos_weight * yi * (1 - p)
    return loss / n, dz
