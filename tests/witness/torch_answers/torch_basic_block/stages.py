import torch
from torch import nn


class ConvBN(nn.Module):
    def __init__(self, cin, cout, size, stride):
        super().__init__()
        self.weighted = nn.Conv2d(cin, cout, size, stride, "same" if stride == 1 else size // 2, bias=False)
        self.normed = nn.BatchNorm2d(cout)

    def forward(self, x):
        return self.normed(self.weighted(x))


class BasicBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride=1):
        super().__init__()
        self.first = ConvBN(in_channels, out_channels, 3, stride)
        self.second = ConvBN(out_channels, out_channels, 3, 1)
        self.skip = ConvBN(in_channels, out_channels, 1, stride) if (in_channels, 1) != (out_channels, stride) else None

    def forward(self, x):
        y = self.second(self.first(x).clamp(min=0))
        return (y + (x if self.skip is None else self.skip(x))).clamp(min=0)


def count_parameters(model):
    trainable = filter(lambda p: p.requires_grad, model.parameters())
    return int(torch.tensor([p.numel() for p in trainable]).sum())
