"""The training loop of PyTorch: an epoch, an evaluation, and a run that keeps the best weights.

Conventions: a classifier gives logits (N, C); labels are integers (N,); every loss that is returned is the
mean over all samples, whatever the sizes of the batches.
"""

import copy

import torch
import torch.nn.functional as F


def train_epoch(model, loader, optimizer):
    """One pass over the training data with one update a batch, each by the mean loss of its batch.

    loader: yields (x, y). Returns the mean cross-entropy over all samples, as a number.

    >>> model = torch.nn.Linear(2, 3)
    >>> loader = [(torch.zeros(4, 2), torch.tensor([0, 1, 2, 0]))]
    >>> loss = train_epoch(model, loader, torch.optim.SGD(model.parameters(), lr=0.1))
    >>> isinstance(loss, float)
    True
    """
    model.train()  # an evaluation before this epoch has left the model in the other mode
    # mistake train-mode-missing: pass
    # mistake train-mode-missing: model.eval()
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()  # backward adds to what is there
        # mistake zero-grad-missing: pass
        logits = model(x)
        # mistake softmax-before-cross-entropy: logits = F.softmax(model(x), dim=1)
        # cross_entropy takes logits: its own log-softmax is the stable one.
        loss = F.cross_entropy(logits, y)
        # mistake softmax-before-cross-entropy: loss = F.nll_loss(F.softmax(logits, dim=1), y)
        # mistake sum-for-mean: loss = F.cross_entropy(logits, y, reduction="sum")
        loss.backward()
        # mistake update-lost:
        #     loss.backward()
        #     optimizer.zero_grad()
        optimizer.step()
        # mistake update-lost: pass
        # mistake step-twice:
        #     optimizer.step()
        #     optimizer.step()
        # item() takes the number out; the tensor would keep the graph of every batch in memory.
        total += loss.item() * len(y)
        # mistake graph-kept: total += loss * len(y)
        # mistake mean-divided-twice: total += loss.item()
        # mistake last-batch-only: total = loss.item() * len(y)
        # mistake mean-of-batch-means/train: total += loss.item()
        count += len(y)
        # mistake mean-of-batch-means/train: count += 1
        # mistake last-batch-only: count = len(y)
    return total / count
    # mistake last-batch-only: return loss.item()


def evaluate(model, loader):
    """Mean cross-entropy over all samples, and the share of right predictions; nothing of the model changes.

    >>> model = torch.nn.Linear(2, 3)
    >>> loss, accuracy = evaluate(model, [(torch.zeros(4, 2), torch.tensor([0, 1, 2, 0]))])
    >>> 0 <= accuracy <= 1
    True
    """
    model.eval()  # batch normalisation by running statistics, dropout off
    # mistake eval-mode-missing: pass
    # mistake eval-mode-missing: model.train()
    total, right, count = 0.0, 0, 0
    # eval() changes what layers do; it does not stop autograd from recording.
    with torch.no_grad():
        # mistake gradients-recorded: with torch.enable_grad():
        for x, y in loader:
            logits = model(x)
            total += F.cross_entropy(logits, y, reduction="sum").item()
            # mistake mean-divided-twice: total += F.cross_entropy(logits, y).item()
            # mistake softmax-before-cross-entropy: total += F.cross_entropy(F.softmax(logits, dim=1), y, reduction="sum").item()
            # mistake mean-of-batch-means/evaluation: total += F.cross_entropy(logits, y).item() * len(loader.dataset) / len(loader)
            right += (logits.argmax(dim=1) == y).sum().item()
            # mistake argmax-over-batch: right += (logits.argmax(dim=0) == y).sum().item()
            # mistake values-for-indices: right += (logits.max(dim=1).values == y).sum().item()
            # mistake mean-of-batch-means: right += (logits.argmax(dim=1) == y).double().mean().item() * len(loader.dataset) / len(loader)
            count += len(y)
    return total / count, right / count
    # mistake count-not-divided: return total / count, right
    # mistake divided-by-batches: return total / count, right / len(loader)


def fit(model, train_loader, val_loader, optimizer, scheduler, epochs):
    """Train for some epochs; the scheduler takes one step after each. In the end the model has the
    weights of the epoch with the smallest validation loss.

    Returns the validation losses, one an epoch.

    >>> model = torch.nn.Linear(2, 3)
    >>> loader = [(torch.zeros(4, 2), torch.tensor([0, 1, 2, 0]))]
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
    >>> len(fit(model, loader, loader, optimizer, scheduler, epochs=2))
    2
    """
    best, weights, losses = float("inf"), None, []
    for _ in range(epochs):
        train_epoch(model, train_loader, optimizer)
        # mistake scheduler-first/order: scheduler.step()
        # The scheduler sets the rate of the next epoch, so it comes after the updates of this one.
        scheduler.step()
        # mistake scheduler-first/order: train_epoch(model, train_loader, optimizer)
        # mistake scheduler-missing: pass
        # mistake scheduler-per-batch:
        #     for _ in train_loader:
        #         scheduler.step()
        loss, _ = evaluate(model, val_loader)
        # mistake training-loss-for-validation: loss, _ = evaluate(model, train_loader)
        losses.append(loss)
        if loss < best:
            # state_dict hands out the living tensors, which go on changing: a copy is needed.
            best, weights = loss, copy.deepcopy(model.state_dict())
            # mistake best-weights-lost: best, weights = loss, model.state_dict()
            # mistake best-weights-lost: best, weights = loss, dict(model.state_dict())
    model.load_state_dict(weights)
    # mistake best-weights-lost: pass
    return losses
