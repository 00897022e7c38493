import torch
from torch import nn


def block(conv, norm, act):
    return nn.Sequential(*(layer for layer in (conv, norm, act) if layer is not None))


def Generator(z_dim=100, width=64, channels=3):
    def up(i, o, **k):
        return block(nn.ConvTranspose2d(i, o, 4, bias=False, **k), nn.BatchNorm2d(o), nn.ReLU())

    return nn.Sequential(
        nn.Unflatten(1, (z_dim, 1, 1)),
        up(z_dim, 8 * width),
        *(up(f * width, f // 2 * width, stride=2, padding=1) for f in (8, 4, 2)),
        block(nn.ConvTranspose2d(width, channels, 4, 2, 1, bias=False), None, nn.Tanh()),
    )


class Discriminator(nn.Sequential):
    def __init__(self, width=64, channels=3):
        layers = [block(nn.Conv2d(channels, width, 4, 2, 1, bias=False), None, nn.LeakyReLU(0.2))]
        for f in (1, 2, 4):
            conv = nn.Conv2d(f * width, 2 * f * width, 4, 2, 1, bias=False)
            layers.append(block(conv, nn.BatchNorm2d(2 * f * width), nn.LeakyReLU(0.2)))
        super().__init__(*layers, nn.Conv2d(8 * width, 1, 4, bias=False), nn.Flatten(0))
