from math import prod

from torch import nn


class BasicBlock(nn.Module):
    expansion = 1

    def __init__(self, in_channels, out_channels, stride=1):
        super().__init__()
        self.downsample = None
        if in_channels != out_channels or stride > 1:
            self.downsample = nn.Sequential()
            self.downsample.add_module("0", nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False))
            self.downsample.add_module("1", nn.BatchNorm2d(out_channels))
        self.norm2 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, (3, 3), padding=(1, 1), bias=False)
        self.norm1 = nn.BatchNorm2d(out_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, (3, 3), (stride, stride), (1, 1), bias=False)
        self.relu = nn.ReLU()

    def forward(self, x):
        identity = x
        if self.downsample is not None:
            identity = self.downsample(x)
        out = self.conv1(x)
        out = self.norm1(out)
        out = self.relu(out)
        out = self.conv2(out)
        out = self.norm2(out)
        out += identity
        return self.relu(out)


def count_params(model):
    total = 0
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        total = total + prod(parameter.shape)
    return total
