import torch
import torch.nn as nn
import torch.optim as optim

criterion = nn.BCEWithLogitsLoss()


def weights_init(m):
    classname = m.__class__.__name__
    if classname.find("Conv") != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.02)
    elif classname.find("BatchNorm") != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)


def make_optimizers(netG, netD, lr=0.0002):
    optimizerD = optim.Adam(netD.parameters(), lr=lr, betas=(0.5, 0.999))
    optimizerG = optim.Adam(netG.parameters(), lr=lr, betas=(0.5, 0.999))
    return optimizerG, optimizerD


def train_gan_epoch(netG, netD, dataloader, noise, optimizerG, optimizerD):
    netG.train()
    netD.train()
    D_losses, G_losses = [], []
    for i, data in enumerate(dataloader):
        netD.zero_grad()
        real = data[0]
        b_size = real.size(0)
        label = torch.full((b_size,), 1.0, dtype=real.dtype)
        output = netD(real).view(-1)
        errD_real = criterion(output, label)
        errD_real.backward()
        fake = netG(noise(b_size))
        label.fill_(0.0)
        output = netD(fake.detach()).view(-1)
        errD_fake = criterion(output, label)
        errD_fake.backward()
        errD = errD_real + errD_fake
        optimizerD.step()
        netG.zero_grad()
        label.fill_(1.0)
        output = netD(fake).view(-1)
        errG = criterion(output, label)
        errG.backward()
        optimizerG.step()
        D_losses.append(errD.item())
        G_losses.append(errG.item())
    return sum(D_losses) / len(D_losses), sum(G_losses) / len(G_losses)


def sample_images(netG, z):
    training = netG.training
    netG.eval()
    with torch.no_grad():
        images = netG(z)
    if training:
        netG.train()
    return images.mul(0.5).add(0.5)
