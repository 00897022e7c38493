from collections import OrderedDict

from torch import nn


def cb(i, o, k, s=1):
    return nn.Sequential(nn.Conv2d(i, o, k, s, k // 2, bias=False), nn.BatchNorm2d(o))


class Residual(nn.Module):
    def __init__(self, main, side):
        super().__init__()
        self.main, self.side, self.act = main, side, nn.ReLU()

    def forward(self, x):
        return self.act(self.main(x) + self.side(x))


def residual(i, o, s):
    side = nn.Identity() if i == o and s == 1 else cb(i, o, 1, s)
    return Residual(nn.Sequential(cb(i, o, 3, s), nn.ReLU(), cb(o, o, 3)), side)


def resnet18(num_classes=1000, width=64, cifar=False):
    layers = [("stem", cb(3, width, 3) if cifar else cb(3, width, 7, 2)), ("relu", nn.ReLU())]
    if not cifar:
        layers.append(("pool", nn.MaxPool2d(3, stride=2, padding=1)))
    widths = [width, width, width * 2, width * 4, width * 8]
    for n, (i, o) in enumerate(zip(widths, widths[1:])):
        layers.append((f"stage{n}a", residual(i, o, 2 if n else 1)))
        layers.append((f"stage{n}b", residual(o, o, 1)))
    layers += [("gap", nn.AdaptiveAvgPool2d(1)), ("flat", nn.Flatten()), ("fc", nn.Linear(widths[-1], num_classes))]
    return nn.Sequential(OrderedDict(layers))
