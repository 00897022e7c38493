"""Generator and discriminator of DCGAN for images of 64×64.

Conventions: NCHW; kernels of 4×4; no bias in convolutions; images lie in [−1, 1]; the discriminator gives logits.
"""

import torch
from torch import nn


class Generator(nn.Module):
    """Noise becomes an image: 1 → 4 → 8 → 16 → 32 → 64 pixels, with 8, 4, 2 and 1 times `width` channels.

    A transposed convolution gives (h − 1)·stride − 2·padding + 4 pixels.

    >>> tuple(Generator(z_dim=5, width=2)(torch.zeros(3, 5)).shape)
    (3, 3, 64, 64)
    """

    def __init__(self, z_dim=100, width=64, channels=3):
        """z_dim: entries of the noise; width: channels before the last layer."""
        super().__init__()
        widths = [z_dim, 8 * width, 4 * width, 2 * width, width]
        # mistake widths-reversed: widths = [z_dim, width, 2 * width, 4 * width, 8 * width]
        layers = []
        for n in range(4):
            # 1 → 4 pixels without stride and padding; then twice as many each time.
            stride, padding = (1, 0) if n == 0 else (2, 1)
            layers.append(
                nn.ConvTranspose2d(widths[n], widths[n + 1], 4, stride, padding, bias=False)
            )
            # mistake bias-before-batchnorm: layers.append(nn.ConvTranspose2d(widths[n], widths[n + 1], 4, stride, padding))
            layers.append(nn.BatchNorm2d(widths[n + 1]))
            # mistake norm-missing: pass
            # mistake activation-before-norm/generator: layers.append(nn.ReLU())
            layers.append(nn.ReLU())
            # mistake activation-before-norm/generator: layers.append(nn.BatchNorm2d(widths[n + 1]))
            # mistake activation-missing: pass
            # mistake leaky-relu-in-generator: layers.append(nn.LeakyReLU(0.2))
        # A norm here would force every batch of images to one mean and one contrast.
        layers.append(nn.ConvTranspose2d(widths[4], channels, 4, 2, 1, bias=False))
        # mistake norm-on-image: layers += [nn.ConvTranspose2d(widths[4], channels, 4, 2, 1, bias=False), nn.BatchNorm2d(channels)]
        # mistake relu-before-output: layers += [nn.ConvTranspose2d(widths[4], channels, 4, 2, 1, bias=False), nn.ReLU()]
        # mistake last-layer-biased: layers.append(nn.ConvTranspose2d(widths[4], channels, 4, 2, 1))
        layers.append(nn.Tanh())
        # mistake sigmoid-for-tanh: layers.append(nn.Sigmoid())
        # mistake range-not-bounded: pass
        self.layers = nn.Sequential(*layers)

    def forward(self, z):
        """z: (N, Z). Returns images (N, channels, 64, 64) in [−1, 1]."""
        return self.layers(z[:, :, None, None])


class Discriminator(nn.Module):
    """An image becomes a logit: 64 → 32 → 16 → 8 → 4 → 1 pixels, with 1, 2, 4 and 8 times `width` channels.

    >>> tuple(Discriminator(width=2)(torch.zeros(3, 3, 64, 64)).shape)
    (3,)
    """

    def __init__(self, width=64, channels=3):
        """width: channels after the first layer."""
        super().__init__()
        widths = [channels, width, 2 * width, 4 * width, 8 * width]
        # mistake widths-reversed: widths = [channels, 8 * width, 4 * width, 2 * width, width]
        # mistake width-not-doubled: widths = [channels, width, width, width, width]
        layers = []
        for n in range(4):
            layers.append(nn.Conv2d(widths[n], widths[n + 1], 4, 2, 1, bias=False))
            # mistake bias-before-batchnorm: layers.append(nn.Conv2d(widths[n], widths[n + 1], 4, 2, 1))
            # mistake bias-before-batchnorm: layers.append(nn.Conv2d(widths[n], widths[n + 1], 4, 2, 1, bias=n > 0))
            # The first layer sees the pixels as they are.
            if n > 0:
                # mistake norm-on-first-layer: if True:
                # mistake norm-missing: if False:
                layers.append(nn.BatchNorm2d(widths[n + 1]))
            layers.append(nn.LeakyReLU(0.2))
            # mistake leaky-slope-dropped: layers.append(nn.ReLU())
            # mistake leaky-slope-default: layers.append(nn.LeakyReLU())
            # mistake activation-missing: pass
            # mistake activation-missing: layers += [nn.LeakyReLU(0.2)] if n > 0 else []
        layers.append(nn.Conv2d(widths[4], 1, 4, bias=False))
        # mistake last-layer-biased: layers.append(nn.Conv2d(widths[4], 1, 4))
        # mistake sigmoid-on-logits: layers += [nn.Conv2d(widths[4], 1, 4, bias=False), nn.Sigmoid()]
        # mistake norm-on-logit: layers += [nn.Conv2d(widths[4], 1, 4, bias=False), nn.BatchNorm2d(1)]
        self.layers = nn.Sequential(*layers)

    def forward(self, images):
        """images: (N, channels, 64, 64). Returns logits (N,)."""
        return self.layers(images).flatten()
        # mistake output-not-flattened: return self.layers(images)
        # mistake output-not-flattened: return self.layers(images).flatten(1)
