import torch.nn.functional as F


def d_step(generator, discriminator, real, z, optimizer):
    fake = generator(z).detach()
    loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake)).mean()
    optimizer.zero_grad(set_to_none=False)
    loss.backward()
    optimizer.step()
    return float(loss)


def g_step(generator, discriminator, z, optimizer):
    loss = F.softplus(-discriminator(generator(z))).mean()
    optimizer.zero_grad(set_to_none=False)
    loss.backward()
    optimizer.step()
    return float(loss)
