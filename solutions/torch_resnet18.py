"""ResNet-18 in PyTorch, with the stem for ImageNet or the one for CIFAR.

Conventions: NCHW; post-activation blocks; no bias in convolutions, each of which is followed by BatchNorm;
a shortcut with a 1×1 projection where the shape changes.
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    """y = ReLU(BN(W₂ ∗ ReLU(BN(W₁ ∗ x))) + s(x)); the stride stands in W₁ and in the projection.

    >>> tuple(Block(4, 8, stride=2)(torch.zeros(1, 4, 6, 6)).shape)
    (1, 8, 3, 3)
    """

    def __init__(self, in_channels, out_channels, stride=1):
        """Two 3×3 convolutions and the shortcut."""
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)
        # mistake bias-before-batchnorm/all: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
        # mistake bias-before-batchnorm/block: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
        # mistake stride-on-second-convolution/moved: self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        # mistake bias-before-batchnorm/all: self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        # mistake bias-before-batchnorm/block: self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
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
            # mistake bias-before-batchnorm/all: self.shortcut = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride), nn.BatchNorm2d(out_channels))
            # mistake projection-without-norm: self.shortcut = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)
            # mistake projection-kernel-three: self.shortcut = nn.Sequential(nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False), nn.BatchNorm2d(out_channels))

    def forward(self, x):
        """x: (N, C, h, w). Returns (N, C′, ⌈h/stride⌉, ⌈w/stride⌉)."""
        out = F.relu(self.bn1(self.conv1(x)))
        # mistake activation-missing: out = self.bn1(self.conv1(x))
        out = self.bn2(self.conv2(out))
        # mistake norm-missing: out = self.conv2(out)
        out = out + self.shortcut(x)
        # mistake skip-missing: pass
        # mistake relu-before-addition: out = F.relu(out) + self.shortcut(x)
        return F.relu(out)
        # mistake activation-missing: return out


class ResNet18(nn.Module):
    """Stem, four stages of two blocks, global average pooling, one dense layer.

    >>> net = ResNet18(num_classes=10, width=4, cifar=True)
    >>> tuple(net(torch.zeros(2, 3, 32, 32)).shape)
    (2, 10)
    """

    def __init__(self, num_classes=1000, width=64, cifar=False):
        """width: channels of the first stage; cifar: the stem for small images."""
        super().__init__()
        if cifar:
            # mistake cifar-stem-ignored: if False:
            # 32×32 is small already: nothing is made smaller before the first stage.
            self.stem = nn.Sequential(
                nn.Conv2d(3, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()
            )
            # mistake bias-before-batchnorm/all: self.stem = nn.Sequential(nn.Conv2d(3, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU())
            # mistake stem-pools-small-images: self.stem = nn.Sequential(nn.Conv2d(3, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, padding=1))
        else:
            self.stem = nn.Sequential(
                nn.Conv2d(3, width, 7, 2, padding=3, bias=False),
                nn.BatchNorm2d(width),
                nn.ReLU(),
                nn.MaxPool2d(3, 2, padding=1),
            )
            # mistake stem-pooling-missing: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3, bias=False), nn.BatchNorm2d(width), nn.ReLU())
            # mistake norm-missing: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3, bias=False), nn.ReLU(), nn.MaxPool2d(3, 2, padding=1))
            # mistake activation-missing: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3, bias=False), nn.BatchNorm2d(width), nn.MaxPool2d(3, 2, padding=1))
            # mistake bias-before-batchnorm/all: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, padding=1))
            # mistake bias-before-batchnorm: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, padding=1))
            # mistake stem-stride-missing: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, padding=3, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, padding=1))
            # mistake average-for-maximum: self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, padding=3, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.AvgPool2d(3, 2, padding=1))
        blocks, channels = [], width
        for stage in range(4):
            # mistake last-stage-missing: for stage in range(3):
            out_channels = width * 2**stage
            # mistake width-not-doubled: out_channels = width
            # The stem has made the map small; the first stage keeps its size.
            stride = 1 if stage == 0 else 2
            # mistake first-stage-downsampled: stride = 2
            # mistake stages-not-downsampled: stride = 1
            blocks += [Block(channels, out_channels, stride), Block(out_channels, out_channels)]
            # mistake blocks-of-resnet34: blocks += [Block(channels, out_channels, stride), *(Block(out_channels, out_channels) for _ in range([2, 3, 5, 2][stage]))]
            # mistake one-block-a-stage: blocks += [Block(channels, out_channels, stride)]
            # mistake stride-in-second-block: blocks += [Block(channels, out_channels), Block(out_channels, out_channels, stride)]
            # mistake stride-in-both-blocks: blocks += [Block(channels, out_channels, stride), Block(out_channels, out_channels, stride)]
            channels = out_channels
        self.stages = nn.Sequential(*blocks)
        # mistake modules-in-list: self.stages = lambda x: [x := block(x) for block in blocks][-1]
        self.fc = nn.Linear(channels, num_classes)
        # mistake bias-missing: self.fc = nn.Linear(channels, num_classes, bias=False)

    def forward(self, x):
        """x: (N, 3, h, w). Returns logits (N, num_classes)."""
        x = self.stages(self.stem(x))
        return self.fc(x.mean(dim=(2, 3)))
        # mistake maximum-for-average: return self.fc(x.amax(dim=(2, 3)))
        # mistake softmax-in-network: return self.fc(x.mean(dim=(2, 3))).softmax(dim=1)
        # mistake sum-for-mean: return self.fc(x.sum(dim=(2, 3)))
