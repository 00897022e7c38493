"""The basic block of ResNet in PyTorch, and the number of parameters a model trains.

Conventions: NCHW; post-activation as in the original paper: convolution, BatchNorm, ReLU; the last ReLU comes
after the addition. Convolutions before a BatchNorm have no bias. The shortcut is a projection where shapes differ.
"""

import torch
import torch.nn.functional as F
from torch import nn


class BasicBlock(nn.Module):
    """Two 3×3 convolutions and a shortcut: y = ReLU(BN(W₂ ∗ ReLU(BN(W₁ ∗ x))) + s(x)).

    >>> block = BasicBlock(16, 32, stride=2)
    >>> tuple(block(torch.zeros(2, 16, 8, 8)).shape)
    (2, 32, 4, 4)
    """

    def __init__(self, in_channels, out_channels, stride=1):
        """The first convolution has the stride, and so has the projection of the shortcut."""
        super().__init__()
        # BatchNorm subtracts the mean of each channel, and with it any bias.
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)
        # mistake bias-before-batchnorm/all: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
        # mistake bias-before-batchnorm/both: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
        # mistake bias-before-batchnorm: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
        # mistake stride-on-second-convolution/moved: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        # mistake bias-before-batchnorm/all: self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        # mistake bias-before-batchnorm/both: self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        # mistake stride-on-second-convolution/moved: self.conv2 = nn.Conv2d(out_channels, out_channels, 3, stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        # mistake norm-shared: self.bn2 = self.bn1
        self.shortcut = nn.Identity()
        if stride != 1 or in_channels != out_channels:
            # mistake projection-always: if True:
            self.shortcut = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )
            # mistake projection-without-norm: self.shortcut = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)
            # mistake bias-before-batchnorm/all: self.shortcut = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride), nn.BatchNorm2d(out_channels))
            # mistake bias-before-batchnorm: self.shortcut = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride), nn.BatchNorm2d(out_channels))
            # mistake projection-kernel-three: self.shortcut = nn.Sequential(nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False), nn.BatchNorm2d(out_channels))

    def forward(self, x):
        """x: (N, C, h, w). Returns (N, C′, ⌈h/stride⌉, ⌈w/stride⌉)."""
        out = F.relu(self.bn1(self.conv1(x)))
        # mistake activation-missing: out = self.bn1(self.conv1(x))
        # mistake norm-missing: out = F.relu(self.conv1(x))
        # mistake activation-before-norm: out = self.bn1(F.relu(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        # mistake norm-missing: out = self.conv2(out)
        # mistake activation-before-norm: out = self.bn2(F.relu(self.conv2(out)))
        out = out + self.shortcut(x)
        # mistake skip-missing: pass
        # mistake relu-before-addition/moved: out = F.relu(out) + self.shortcut(x)
        # mistake relu-before-addition: out = F.relu(out) + self.shortcut(x)
        # mistake relu-on-shortcut: out = out + F.relu(self.shortcut(x))
        return F.relu(out)
        # mistake relu-before-addition/moved: return out
        # mistake activation-missing: return out


def count_parameters(model):
    """How many numbers training changes: a frozen tensor counts for nothing, a shared one once.

    >>> count_parameters(nn.Linear(3, 4))
    16
    """
    return sum(each.numel() for each in model.parameters() if each.requires_grad)
    # mistake frozen-counted: return sum(each.numel() for each in model.parameters())
    # mistake tensors-counted: return sum(each.requires_grad for each in model.parameters())
    # mistake buffers-counted: return sum(each.numel() for each in model.state_dict().values())
    # mistake tied-weights-counted-twice: return sum(each.numel() for module in model.modules() for each in module.parameters(recurse=False) if each.requires_grad)
    # mistake biases-left-out: return sum(each.numel() for each in model.parameters() if each.requires_grad and each.ndim > 1)
    # mistake bytes-counted: return sum(each.numel() * each.element_size() for each in model.parameters() if each.requires_grad)
