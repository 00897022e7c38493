import copy

import torch
import torch.nn as nn


def run_epoch(model, loader, optimizer=None):
    """One pass; with an optimiser it trains."""
    training = optimizer is not None
    model.train(training)
    total_loss, total_hits, total = 0.0, 0, 0
    with torch.set_grad_enabled(training):
        for x, y in loader:
            z = model(x)
            loss = nn.functional.cross_entropy(z, y, reduction="sum")
            if training:
                optimizer.zero_grad(set_to_none=False)
                (loss / x.shape[0]).backward()
                optimizer.step()
            total_loss += float(loss)
            total_hits += int((z.detach().argmax(1) == y).sum())
            total += x.shape[0]
    return total_loss / total, total_hits / total


def train_epoch(model, loader, optimizer):
    return run_epoch(model, loader, optimizer)[0]


def evaluate(model, loader):
    return run_epoch(model, loader)


def fit(model, train_loader, val_loader, optimizer, scheduler, epochs):
    best_loss, best_model, curve = None, None, []
    for epoch in range(epochs):
        train_epoch(model, train_loader, optimizer)
        scheduler.step()
        loss, accuracy = evaluate(model, val_loader)
        curve += [loss]
        if best_loss is None or loss < best_loss:
            best_loss, best_model = loss, copy.deepcopy(model)
    model.load_state_dict(best_model.state_dict())
    return curve
