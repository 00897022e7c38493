import copy

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()


def train_epoch(model, loader, optimizer):
    model.train()
    losses, sizes = [], []
    for batch in loader:
        inputs, targets = batch
        outputs = model(inputs)
        loss = criterion(outputs, targets)
        model.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
        sizes.append(inputs.size(0))
    return float((torch.stack(losses) * torch.tensor(sizes)).sum() / sum(sizes))


@torch.no_grad()
def evaluate(model, loader):
    was_training = model.training
    model.eval()
    loss_sum = correct = n = 0
    for inputs, targets in loader:
        outputs = model(inputs)
        loss_sum += criterion(outputs, targets).item() * targets.numel()
        _, predicted = outputs.max(1)
        correct += predicted.eq(targets).sum().item()
        n += targets.numel()
    model.train(was_training)
    return loss_sum / n, correct / n


def fit(model, train_loader, val_loader, optimizer, scheduler, epochs):
    history = []
    best = None
    for epoch in range(epochs):
        train_epoch(model, train_loader, optimizer)
        val_loss, val_acc = evaluate(model, val_loader)
        scheduler.step()
        history.append(val_loss)
        if best is None or val_loss < best[0]:
            best = (val_loss, {k: v.detach().clone() for k, v in model.state_dict().items()})
    model.load_state_dict(best[1])
    return history
