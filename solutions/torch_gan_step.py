"""One alternate update of a GAN: a step of the discriminator, a step of the generator.

Conventions: the discriminator gives logits (N, 1), label 1 is real; its loss is the sum of the mean over the real
samples and the mean over the generated ones; the generator's loss is the non-saturating one, −mean log σ(D(G(z))).
"""

import torch
import torch.nn.functional as F


def discriminator_step(generator, discriminator, real, z, optimizer):
    """One update of the discriminator. No gradient may reach the generator.

    L = −mean log σ(D(x)) − mean log(1 − σ(D(G(z))))

    real: samples (N, D); z: noise (M, Z); optimizer: of the discriminator. Returns the loss, a number.

    >>> d = torch.nn.Linear(2, 1)
    >>> loss = discriminator_step(torch.nn.Identity(), d, torch.ones(4, 2), torch.zeros(4, 2), torch.optim.SGD(d.parameters(), lr=0.1))
    >>> isinstance(loss, float)
    True
    """
    # The generator's own step has left gradients in the discriminator as well.
    optimizer.zero_grad()
    # mistake zero-grad-missing: pass
    on_real = discriminator(real)
    # mistake sigmoid-before-logits-loss/both: on_real = torch.sigmoid(discriminator(real))
    # detach cuts the graph here: gradients of the generator would be computed in vain and pile up in it.
    on_fake = discriminator(generator(z).detach())
    # mistake detach-missing: on_fake = discriminator(generator(z))
    # mistake sigmoid-before-logits-loss/both: on_fake = torch.sigmoid(discriminator(generator(z).detach()))
    # mistake noise-for-sample: on_fake = discriminator(torch.zeros_like(generator(z)))
    loss_real = F.binary_cross_entropy_with_logits(on_real, torch.ones_like(on_real))
    # mistake labels-exchanged/both: loss_real = F.binary_cross_entropy_with_logits(on_real, torch.zeros_like(on_real))
    # mistake real-label-smoothed: loss_real = F.binary_cross_entropy_with_logits(on_real, torch.full_like(on_real, 0.9))
    # mistake sum-for-mean: loss_real = F.binary_cross_entropy_with_logits(on_real, torch.ones_like(on_real), reduction="sum")
    loss_fake = F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
    # mistake labels-exchanged/both: loss_fake = F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
    # mistake fakes-labelled-real: loss_fake = F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
    # mistake sum-for-mean: loss_fake = F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake), reduction="sum")
    loss = loss_real + loss_fake
    # mistake fakes-left-out: loss = loss_real
    # mistake real-samples-left-out: loss = loss_fake
    # mistake sign-flipped: loss = -(loss_real + loss_fake)
    # convention gan-loss-halved instead of gan-loss-summed: loss = (loss_real + loss_fake) / 2
    loss.backward()
    # mistake update-between-terms:
    #     loss_real.backward()
    #     optimizer.step()
    #     optimizer.zero_grad()
    #     on_fake = discriminator(generator(z).detach())
    #     F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake)).backward()
    # mistake update-lost: pass
    optimizer.step()
    # mistake update-lost: pass
    # mistake step-twice:
    #     optimizer.step()
    #     optimizer.step()
    return loss.item()


def generator_step(generator, discriminator, z, optimizer):
    """One update of the generator, which is to make the discriminator say "real".

    L = −mean log σ(D(G(z)))

    z: noise (M, Z); optimizer: of the generator. Returns the loss, a number.

    >>> g, d = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)
    >>> before = g.weight.detach().clone()
    >>> loss = generator_step(g, d, torch.ones(4, 2), torch.optim.SGD(g.parameters(), lr=0.1))
    >>> bool((g.weight != before).any())
    True
    """
    optimizer.zero_grad()
    # mistake zero-grad-missing: pass
    # Here the gradient must go through the discriminator into the generator: nothing is detached.
    on_fake = discriminator(generator(z))
    # mistake generator-detached: on_fake = discriminator(generator(z).detach())
    # mistake sigmoid-before-logits-loss: on_fake = torch.sigmoid(discriminator(generator(z)))
    loss = F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake))
    # mistake fooling-label-reversed: loss = F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
    # mistake saturating-loss: loss = -F.binary_cross_entropy_with_logits(on_fake, torch.zeros_like(on_fake))
    # mistake logit-for-probability: loss = -on_fake.mean()
    # mistake sum-for-mean: loss = F.binary_cross_entropy_with_logits(on_fake, torch.ones_like(on_fake), reduction="sum")
    loss.backward()
    optimizer.step()
    # mistake update-lost: pass
    # mistake step-twice:
    #     optimizer.step()
    #     optimizer.step()
    return loss.item()
