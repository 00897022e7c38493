import torch
import torch.nn.functional as F
from torch import nn


class ResNet18(nn.Module):
    """All layers in flat lists, the wiring in forward."""

    def __init__(self, num_classes=1000, width=64, cifar=False):
        super().__init__()
        self.cifar = cifar
        self.plan = []
        self.convs, self.norms = nn.ModuleList(), nn.ModuleList()
        self.stem = self.add(3, width, 3 if cifar else 7, 1 if cifar else 2)
        c = width
        for k in range(8):
            o = width << (k // 2)
            s = 2 if k in (2, 4, 6) else 1
            first, second = self.add(c, o, 3, s), self.add(o, o, 3, 1)
            side = self.add(c, o, 1, s) if k in (2, 4, 6) else None
            self.plan.append((first, second, side))
            c = o
        self.head = nn.Linear(c, num_classes)

    def add(self, i, o, k, s):
        self.convs.append(nn.Conv2d(i, o, k, s, padding=(k - 1) // 2, bias=False))
        self.norms.append(nn.BatchNorm2d(o))
        return len(self.convs) - 1

    def layer(self, n, x):
        return self.norms[n](self.convs[n](x))

    def forward(self, x):
        x = F.relu(self.layer(self.stem, x))
        if not self.cifar:
            x = F.max_pool2d(x, 3, 2, 1)
        for first, second, side in self.plan:
            y = self.layer(second, F.relu(self.layer(first, x)))
            x = F.relu(y + (self.layer(side, x) if side is not None else x))
        return self.head(F.avg_pool2d(x, x.shape[2:]).squeeze(-1).squeeze(-1))
