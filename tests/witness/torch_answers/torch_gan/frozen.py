import torch
import torch.nn as nn
import torch.nn.functional as F


def init_weights(m):
    if isinstance(m, (nn.Conv2d, nn.ConvTranspose2d)):
        m.weight.data.normal_(0, 0.02)
        if m.bias is not None:
            m.bias.data.zero_()
    if isinstance(m, nn.BatchNorm2d):
        m.weight.data.normal_(1, 0.02)
        m.bias.data.fill_(0)


def make_optimizers(generator, discriminator, lr=2e-4):
    def adam(net):
        return torch.optim.Adam(filter(lambda p: p.requires_grad, net.parameters()), lr=lr, betas=[0.5, 0.999])

    return adam(generator), adam(discriminator)


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def train_gan_epoch(generator, discriminator, loader, noise, of_generator, of_discriminator):
    generator.train(), discriminator.train()
    history = []
    for batch in loader:
        x = batch[0]
        images = generator(noise(x.size(0)))
        logits = discriminator(torch.cat((x, images.detach())))
        d_loss = bce(logits[: len(x)], 1.0) + bce(logits[len(x) :], 0.0)
        of_discriminator.zero_grad()
        d_loss.backward()
        of_discriminator.step()
        for p in discriminator.parameters():
            p.requires_grad_(False)
        g_loss = bce(discriminator(images), 1.0)
        of_generator.zero_grad()
        g_loss.backward()
        of_generator.step()
        for p in discriminator.parameters():
            p.requires_grad_(True)
        history.append([float(d_loss), float(g_loss)])
    return [sum(column) / len(column) for column in zip(*history)]


def sample_images(generator, z):
    was = generator.training
    images = generator.eval()(z).detach()
    generator.train(was)
    return (1 + images) * 0.5
