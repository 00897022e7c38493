"""log(exp a + exp b) folded along the axis, as online attention does."""

import numpy as np


def logsumexp(z, axis=-1):
    slices = np.moveaxis(z, axis, 0)
    total = slices[0].astype(np.result_type(z, np.float32) if z.dtype.kind == "f" else float)
    for piece in slices[1:]:
        total = np.logaddexp(total, piece)
    return total
