"""Two lambdas; the cache is the boolean mask alone."""

import numpy as np

relu_forward = lambda x: (np.where(x > 0, x, 0), x > 0)
relu_backward = lambda dout, mask: np.where(mask, dout, 0)
