import torch
import torch.nn as nn


def conv_bn(i, o, k, s):
    return [nn.Conv2d(i, o, kernel_size=k, stride=s, padding=k // 2, bias=False), nn.BatchNorm2d(o)]


class BasicBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride=1):
        super().__init__()
        same = stride == 1 and in_channels == out_channels
        self.down = nn.Sequential(*([] if same else conv_bn(in_channels, out_channels, 1, stride)))
        self.main = nn.Sequential(
            *conv_bn(in_channels, out_channels, 3, stride),
            nn.ReLU(inplace=True),
            *conv_bn(out_channels, out_channels, 3, 1),
        )

    def forward(self, x):
        return torch.relu_(self.main(x).add_(self.down(x)))


def count_parameters(model):
    seen, total = set(), 0
    for module in model.modules():
        for parameter in module._parameters.values():
            if parameter is not None and parameter.requires_grad and id(parameter) not in seen:
                seen.add(id(parameter))
                total += parameter.nelement()
    return total
