"""PyTorch, which some exercises need: whether it is there, and getting it ready to judge with."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from dlprep.model.item import Item, Torch
from dlprep.model.message import Message


def lacking(item: Item) -> Message | None:
    """What is missing to run the solution of an item, `check.no-torch`, or None."""
    if isinstance(item, Torch) and find_spec("torch") is None:
        return Message("check.no-torch", {"id": item.id.removeprefix("code.")})
    return None


def prepare() -> None:
    """Load it, with one thread as NumPy has, and all that it would look for when it is first used:
    what it asks of the processor, and the compiler that an optimiser loads when it is made. A
    child cannot read them any more."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    torch.ones(1).sigmoid()
    import_module("torch._dynamo")
