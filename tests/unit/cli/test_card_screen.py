"""What the flashcards say of a mark."""

from __future__ import annotations

from shipped import BANK

from dlprep.cli.card_screen import said_of_mark
from dlprep.practice.faces import mistake_face


def test_a_mark_leads_to_where_it_is_of_use() -> None:
    """The quiz asks marked questions, but neither exercises nor the mistakes of checked files."""
    mistake = BANK.mistake("mean-missing")
    assert mistake is not None
    face = mistake_face(mistake)
    assert face is not None
    assert said_of_mark(face.item) == "did-mark-mistake"
    assert said_of_mark(BANK.item("code.softmax-ce-fb")) == "did-mark-code"
    assert said_of_mark(BANK.item("nn.backprop.checkpointing")) == "did-mark"
