import torch
import torch.nn.functional as F
from torch import nn


class Up(nn.Module):
    def __init__(self, cin, cout, first=False):
        super().__init__()
        self.conv = nn.ConvTranspose2d(cin, cout, kernel_size=4, stride=1 if first else 2, padding=0 if first else 1, bias=False)
        self.norm = nn.BatchNorm2d(cout)

    def forward(self, x):
        return F.relu(self.norm(self.conv(x)))


class DCGANGenerator(nn.Module):
    def __init__(self, z_dim=100, width=64, channels=3):
        super().__init__()
        self.project = Up(z_dim, width << 3, first=True)
        self.up = nn.ModuleList(Up(width << k, width << (k - 1)) for k in (3, 2, 1))
        self.to_image = nn.ConvTranspose2d(width, channels, 4, 2, padding=1, bias=False)

    def forward(self, z):
        x = self.project(z.unsqueeze(-1).unsqueeze(-1))
        for layer in self.up:
            x = layer(x)
        return torch.tanh(self.to_image(x))


class DCGANDiscriminator(nn.Module):
    def __init__(self, width=64, channels=3):
        super().__init__()
        sizes = [channels] + [width << k for k in range(4)]
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 4, 2, 1, bias=False) for a, b in zip(sizes, sizes[1:]))
        self.norms = nn.ModuleList([nn.Identity(), *(nn.BatchNorm2d(b) for b in sizes[2:])])
        self.head = nn.Conv2d(sizes[-1], 1, 4, bias=False)

    def forward(self, x):
        for conv, norm in zip(self.convs, self.norms):
            x = F.leaky_relu(norm(conv(x)), negative_slope=0.2)
        return self.head(x).squeeze(3).squeeze(2).squeeze(1)
