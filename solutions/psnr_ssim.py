"""PSNR and the SSIM of whole images.

Conventions: decibels, so logarithms have base 10; `max_val` is the largest value a pixel may have,
255 or 1, not the largest that occurs; SSIM is taken once over all pixels, with the constants
K₁ = 0.01 and K₂ = 0.03 and with biased variances (divided by the number of pixels).
"""

import numpy as np


def psnr(x: np.ndarray, y: np.ndarray, max_val: float = 255.0) -> float:
    """Peak signal-to-noise ratio in decibels.

    PSNR = 10·log₁₀(MAX² / MSE),  MSE = mean((x − y)²)

    x, y: images of one shape, floats or unsigned bytes. Returns a number, infinity for equal images.

    >>> round(psnr(np.array([10.0, 20.0]), np.array([11.0, 19.0])), 2)
    48.13
    """
    # The difference of two bytes would wrap around below 0, its square above 255.
    difference = x.astype(np.float64) - y.astype(np.float64)
    # mistake unsigned-overflow: difference = x - y
    # mistake unsigned-overflow: difference = (x - y).astype(np.float64)
    mse = np.mean(difference**2)
    # mistake unsigned-overflow: mse = np.mean((x - y) ** 2)
    # mistake absolute-for-squared: mse = np.mean(np.abs(difference))
    # mistake sum-for-mean: mse = np.sum(difference**2)
    # mistake mean-over-rows-only: mse = np.mean(difference**2) * x.shape[-1]
    # mistake equal-images-finite: mse = max(np.mean(difference**2), 1e-10)
    if mse == 0:
        return float("inf")
        # mistake equal-images-finite: return 100.0
        # mistake equal-images-finite: return 0.0
    ratio = max_val**2 / mse
    # mistake peak-not-squared: ratio = max_val / mse
    # mistake root-taken: ratio = max_val / np.sqrt(mse)
    # mistake peak-fixed: ratio = 255.0**2 / mse
    # mistake peak-fixed: ratio = 1.0 / mse
    # mistake peak-of-image: ratio = max(x.max(), y.max()).astype(np.float64) ** 2 / mse
    # mistake peak-of-image: ratio = x.max().astype(np.float64) ** 2 / mse
    # mistake ratio-inverted: ratio = mse / max_val**2
    decibels = 10.0 * float(np.log10(ratio))
    # mistake twenty-for-ten: decibels = 20.0 * float(np.log10(ratio))
    # mistake log-natural: decibels = 10.0 * float(np.log(ratio))
    # mistake log-two-for-ten: decibels = 10.0 * float(np.log2(ratio))
    # mistake ten-missing: decibels = float(np.log10(ratio))
    return decibels


def ssim_global(x: np.ndarray, y: np.ndarray, max_val: float = 255.0) -> float:
    """Structural similarity with the statistics of whole images in place of windows.

    SSIM = (2·μ_x·μ_y + C₁)·(2·σ_xy + C₂) / ((μ_x² + μ_y² + C₁)·(σ_x² + σ_y² + C₂))

    C₁ = (0.01·MAX)², C₂ = (0.03·MAX)²; means, variances and the covariance run over all pixels and
    are divided by their number.

    x, y: images of one shape. Returns a number, 1 for equal images.

    >>> image = np.array([[0.0, 100.0], [200.0, 50.0]])
    >>> ssim_global(image, image), round(ssim_global(image, 255.0 - image), 4)
    (1.0, -0.8121)
    """
    x, y = x.astype(np.float64), y.astype(np.float64)
    c1, c2 = (0.01 * max_val) ** 2, (0.03 * max_val) ** 2
    # mistake constants-missing: c1, c2 = 0.0, 0.0
    # mistake constants-not-squared: c1, c2 = 0.01 * max_val, 0.03 * max_val
    # mistake constants-without-peak: c1, c2 = 0.01**2, 0.03**2
    # mistake constants-exchanged: c1, c2 = (0.03 * max_val) ** 2, (0.01 * max_val) ** 2
    # mistake peak-fixed: c1, c2 = (0.01 * 255.0) ** 2, (0.03 * 255.0) ** 2
    mean_x, mean_y = x.mean(), y.mean()
    var_x, var_y = x.var(), y.var()
    # mistake variance-uncentred: var_x, var_y = np.mean(x**2), np.mean(y**2)
    # mistake deviation-for-variance: var_x, var_y = x.std(), y.std()
    # convention ssim-unbiased instead of ssim-biased: var_x, var_y = x.var(ddof=1), y.var(ddof=1)
    # mistake unbiased-in-one-place: var_x, var_y = x.var(ddof=1), y.var(ddof=1)
    covariance = np.mean((x - mean_x) * (y - mean_y))
    # mistake variance-uncentred: covariance = np.mean(x * y)
    # mistake deviations-for-covariance: covariance = x.std() * y.std()
    # mistake sum-for-mean: covariance = np.sum((x - mean_x) * (y - mean_y))
    # mistake abs-taken-of-covariance: covariance = np.abs(np.mean((x - mean_x) * (y - mean_y)))
    # mistake correlation-for-covariance: covariance = np.corrcoef(x.ravel(), y.ravel())[0, 1]
    # convention ssim-unbiased instead of ssim-biased: covariance = np.sum((x - mean_x) * (y - mean_y)) / (x.size - 1)
    # mistake unbiased-in-one-place: covariance = np.sum((x - mean_x) * (y - mean_y)) / (x.size - 1)
    luminance = (2.0 * mean_x * mean_y + c1) / (mean_x**2 + mean_y**2 + c1)
    # mistake factor-of-product-missing: luminance = (mean_x * mean_y + c1) / (mean_x**2 + mean_y**2 + c1)
    # mistake squares-missing-below: luminance = (2.0 * mean_x * mean_y + c1) / (mean_x + mean_y + c1)
    # mistake constants-above-only: luminance = (2.0 * mean_x * mean_y + c1) / (mean_x**2 + mean_y**2)
    contrast_structure = (2.0 * covariance + c2) / (var_x + var_y + c2)
    # mistake factor-of-product-missing: contrast_structure = (covariance + c2) / (var_x + var_y + c2)
    # mistake squares-missing-below: contrast_structure = (2.0 * covariance + c2) / (var_x**2 + var_y**2 + c2)
    # mistake product-for-sum-below: contrast_structure = (2.0 * covariance + c2) / (var_x * var_y + c2)
    ssim = float(luminance * contrast_structure)
    # mistake contrast-term-missing: ssim = float(luminance)
    # mistake luminance-term-missing: ssim = float(contrast_structure)
    # mistake sum-for-product: ssim = float(luminance + contrast_structure)
    # mistake complement-taken: ssim = 1.0 - float(luminance * contrast_structure)
    return ssim
