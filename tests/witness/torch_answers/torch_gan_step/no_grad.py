import torch
from torch import nn

bce = nn.BCEWithLogitsLoss()


def discriminator_step(generator, discriminator, real, z, optimizer):
    with torch.no_grad():
        fake = generator(z)
    discriminator.zero_grad()
    real_out = discriminator(real)
    err_real = bce(real_out, torch.ones(real.size(0), 1, dtype=real.dtype))
    err_real.backward()
    fake_out = discriminator(fake)
    err_fake = bce(fake_out, torch.zeros(z.size(0), 1, dtype=z.dtype))
    err_fake.backward()
    optimizer.step()
    return (err_real + err_fake).item()


def generator_step(generator, discriminator, z, optimizer):
    generator.zero_grad()
    discriminator.requires_grad_(False)
    out = discriminator(generator(z)).view(-1)
    err = bce(out, torch.ones_like(out))
    err.backward()
    discriminator.requires_grad_(True)
    optimizer.step()
    return err.item()
