"""Training a DCGAN in PyTorch: initial weights, optimisers, an epoch of alternate updates, samples.

Conventions: the discriminator gives logits (N,), label 1 is real; its loss is the sum of its real and its generated part;
the generator's loss is the non-saturating one; images lie in [−1, 1] in training and in [0, 1] when shown.
"""

import torch
import torch.nn.functional as F
from torch import nn


def init_weights(module):
    """For `net.apply(init_weights)`: convolutions ~ N(0, 0.02²), BatchNorm scale ~ N(1, 0.02²), shift 0.

    Transposed convolutions count as convolutions; all else is left as it is.

    >>> net = nn.Sequential(nn.Conv2d(3, 64, 4), nn.BatchNorm2d(64)).apply(init_weights)
    >>> bool(net[0].weight.abs().max() < 0.15), bool((net[1].weight - 1).abs().max() < 0.15)
    (True, True)
    """
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        # mistake transposed-left-out: if isinstance(module, nn.Conv2d):
        nn.init.normal_(module.weight, 0.0, 0.02)
        # mistake initial-deviation: nn.init.normal_(module.weight, 0.0, 0.2)
        # mistake initial-deviation: nn.init.normal_(module.weight)
        # mistake initial-deviation: nn.init.normal_(module.weight, 0.0, 0.02**2)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)
        # mistake scale-around-zero: nn.init.normal_(module.weight, 0.0, 0.02)
        nn.init.zeros_(module.bias)
        # mistake shift-not-zero: nn.init.normal_(module.bias, 1.0, 0.02)


def make_optimizers(generator, discriminator, lr=2e-4):
    """Adam for each network, with β₁ = 0.5: the usual 0.9 lets the two networks swing.

    Returns the optimiser of the generator, then that of the discriminator.

    >>> g, d = make_optimizers(nn.Linear(2, 3), nn.Linear(3, 1))
    >>> g.defaults["betas"]
    (0.5, 0.999)
    """
    betas = (0.5, 0.999)
    # mistake wrong-default: betas = (0.9, 0.999)
    of_generator = torch.optim.Adam(generator.parameters(), lr=lr, betas=betas)
    # mistake wrong-default: of_generator = torch.optim.Adam(generator.parameters(), betas=betas)
    # mistake parameters-of-both: of_generator = torch.optim.Adam([*generator.parameters(), *discriminator.parameters()], lr=lr, betas=betas)
    of_discriminator = torch.optim.Adam(discriminator.parameters(), lr=lr, betas=betas)
    # mistake parameters-of-other: of_discriminator = torch.optim.Adam(generator.parameters(), lr=lr, betas=betas)
    return of_generator, of_discriminator
    # mistake optimisers-exchanged: return of_discriminator, of_generator


def train_gan_epoch(generator, discriminator, loader, noise, of_generator, of_discriminator):
    """For each batch of real images an update of the discriminator, then one of the generator.

    noise(n): n noise vectors (n, Z), called once a batch; both updates use them.
    Returns the mean losses over the batches, of the discriminator and of the generator.

    >>> g, d = nn.Linear(2, 3), nn.Linear(3, 1)
    >>> loader, noise = [(torch.zeros(4, 3),)], lambda n: torch.zeros(n, 2)
    >>> loss_d, loss_g = train_gan_epoch(g, d, loader, noise, *make_optimizers(g, d))
    >>> loss_d > 0 and loss_g > 0
    True
    """
    generator.train()
    # mistake train-mode-missing: pass
    discriminator.train()
    # mistake train-mode-missing: pass
    losses = []
    for (real,) in loader:
        fake = generator(noise(len(real)))
        # mistake noise-size-fixed: fake = generator(noise(loader.batch_size))

        of_discriminator.zero_grad()
        # mistake zero-grad-missing: pass
        on_real, on_fake = discriminator(real), discriminator(fake.detach())
        # mistake detach-missing/retained: on_real, on_fake = discriminator(real), discriminator(fake)
        loss_d = F.binary_cross_entropy_with_logits(on_real, torch.ones_like(on_real))
        # mistake real-samples-left-out: loss_d = 0.0
        # mistake labels-exchanged/d: loss_d = F.binary_cross_entropy_with_logits(on_real, torch.zeros_like(on_real))
        loss_d = loss_d + F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
        # mistake fakes-left-out: pass
        # mistake fakes-labelled-real: loss_d = loss_d + F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
        # mistake labels-exchanged/d: loss_d = loss_d + F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
        # convention gan-loss-halved instead of gan-loss-summed: loss_d = (loss_d + F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))) / 2
        loss_d.backward()
        # mistake detach-missing/retained: loss_d.backward(retain_graph=True)
        of_discriminator.step()
        # mistake update-lost: pass

        of_generator.zero_grad()
        # mistake zero-grad-missing: pass
        # The discriminator has just changed: its opinion of the same images is asked for anew.
        on_fake = discriminator(fake)
        # mistake generator-detached: on_fake = discriminator(fake.detach())
        # mistake sigmoid-before-logits-loss: on_fake = torch.sigmoid(discriminator(fake))
        loss_g = F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
        # mistake fooling-label-reversed: loss_g = F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
        # mistake saturating-loss: loss_g = -F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
        loss_g.backward()
        of_generator.step()
        # mistake update-lost: pass
        # mistake optimiser-of-other: of_discriminator.step()

        losses.append((loss_d.item(), loss_g.item()))
        # mistake last-batch-only: losses = [(loss_d.item(), loss_g.item())]
    mean_d, mean_g = (sum(each) / len(losses) for each in zip(*losses))
    return mean_d, mean_g


def sample_images(generator, z):
    """Images for the eye: in eval mode, without a graph, from [−1, 1] to [0, 1]; the mode is as before afterwards.

    z: noise (N, Z). Returns what the generator makes of it, as numbers in [0, 1].

    >>> sample_images(nn.Tanh(), torch.zeros(1, 2)).tolist()
    [[0.5, 0.5]]
    """
    before = generator.training
    generator.eval()
    # mistake eval-mode-missing: pass
    with torch.no_grad():
        # mistake gradients-recorded: with torch.enable_grad():
        images = (generator(z) + 1) / 2
        # mistake range-not-mapped: images = generator(z)
        # mistake range-not-mapped: images = generator(z).clamp(0, 1)
        # mistake range-not-mapped: images = generator(z) + 1
        # mistake range-not-mapped: images = generator(z) / 2
    generator.train(before)
    # mistake mode-not-restored: pass
    # mistake mode-not-restored: generator.train()
    return images
