import torch
from torch import nn
from torch.nn.functional import softplus


@torch.no_grad()
def init_weights(module):
    kind = type(module)
    if kind in (nn.Conv2d, nn.ConvTranspose2d):
        module.weight.copy_(0.02 * torch.randn_like(module.weight))
    if kind is nn.BatchNorm2d:
        module.weight.copy_(1 + 0.02 * torch.randn_like(module.weight))
        module.bias.zero_()


def build_optimizers(generator, discriminator, lr=2e-4):
    return tuple(
        torch.optim.Adam([{"params": list(net.parameters())}], lr, (0.5, 0.999)) for net in (generator, discriminator)
    )


def gan_epoch(generator, discriminator, loader, noise, of_generator, of_discriminator):
    for net in (generator, discriminator):
        net.train(True)
    total = torch.zeros(2, dtype=torch.float64)
    for count, (real,) in enumerate(loader, 1):
        z = noise(real.shape[0])
        with torch.no_grad():
            fixed = generator(z)
        d = softplus(-discriminator(real)).mean() + softplus(discriminator(fixed)).mean()
        of_discriminator.zero_grad(set_to_none=False)
        d.backward()
        of_discriminator.step()
        g = softplus(-discriminator(generator(z))).mean()
        of_generator.zero_grad()
        g.backward()
        of_generator.step()
        total += torch.stack([d.detach(), g.detach()]).double()
    return tuple((total / count).tolist())


@torch.inference_mode()
def generate_images(generator, z):
    mode = generator.training
    try:
        return 0.5 * generator.eval()(z) + 0.5
    finally:
        generator.train(mode)
