import io

import torch
import torch.nn.functional as F


def nll(logits, y):
    return -(logits - logits.logsumexp(1, keepdim=True))[torch.arange(len(y)), y]


def train_one_epoch(model, loader, optimizer):
    model.train(True)
    seen = []
    for x, y in loader:
        for group in optimizer.param_groups:
            for p in group["params"]:
                p.grad = None
        each = nll(model(x), y)
        each.mean().backward()
        optimizer.step()
        seen.extend(each.tolist())
    return sum(seen) / len(seen)


def evaluate_model(model, loader):
    model.train(False)
    with torch.inference_mode():
        pairs = [(model(x), y) for x, y in loader]
    logits = torch.cat([z for z, _ in pairs])
    labels = torch.cat([y for _, y in pairs])
    hits = (F.softmax(logits, dim=-1).argmax(-1) == labels).double()
    return nll(logits, labels).mean().item(), hits.mean().item()


def train_and_validate(model, train_loader, val_loader, optimizer, scheduler, epochs):
    losses, kept = [], []
    for _ in range(epochs):
        train_one_epoch(model, train_loader, optimizer)
        scheduler.step()
        losses.append(evaluate_model(model, val_loader)[0])
        buffer = io.BytesIO()
        torch.save(model.state_dict(), buffer)
        kept.append(buffer.getvalue())
    best = min(range(epochs), key=losses.__getitem__)
    model.load_state_dict(torch.load(io.BytesIO(kept[best])))
    return losses
