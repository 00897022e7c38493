"""The bias as one more weight on a constant input, with the order of visits listed at once."""

import numpy as np


def perceptron_fit(X, y, epochs):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    theta = np.zeros(A.shape[1])
    updates = 0
    for n in list(range(len(A))) * epochs:
        if np.sign(theta.dot(A[n])) != y[n]:
            theta += y[n] * A[n]
            updates += 1
    return theta[:-1], theta[-1], updates
