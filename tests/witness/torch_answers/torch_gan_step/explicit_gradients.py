import torch
from torch.nn.functional import logsigmoid


def update(loss, network, optimizer):
    parameters = list(network.parameters())
    for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
        parameter.grad = gradient
    optimizer.step()
    return loss.detach().numpy().item()


def discriminator_step(generator, discriminator, real, z, optimizer):
    samples = torch.cat([real, generator(z).detach()])
    logits = discriminator(samples)
    on_real, on_fake = logits[: len(real)], logits[len(real) :]
    loss = -logsigmoid(on_real).mean() - logsigmoid(-on_fake).mean()
    return update(loss, discriminator, optimizer)


def generator_step(generator, discriminator, z, optimizer):
    return update(-logsigmoid(discriminator(generator(z))).mean(), generator, optimizer)
