"""What a finished quiz says: how each topic went, weakest first, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dlprep.model.event import Event
from dlprep.model.message import Message
from dlprep.model.session import Summary, TopicScore
from dlprep.model.text import Text

WEAK = 0.7
MOST_NAMED = 2


class Settled(NamedTuple):
    """An answer or a skip, and the leaf of its item."""

    event: Event
    leaf: str

    @property
    def score(self) -> float | None:
        """1, ½ or 0; None for a skip and for an answer nobody graded."""
        if self.event.kind != "answer" or self.event.payload.get("right") is None:
            return None
        if self.event.payload.get("own") == "half":
            return 0.5
        return 1.0 if self.event.payload["right"] else 0.0


def summarise(
    settled: Sequence[Settled], asked: int, title: Callable[[str], Text], *, ended: bool
) -> Summary:
    """The summary of what was settled of `asked` questions; `title` names a leaf. A session that
    has not ended asks again, when resumed, what nobody graded."""
    answers = [each for each in settled if each.event.kind == "answer"]
    scores = [each.score for each in answers]
    topics = _topics(answers, title)
    ungraded, left = scores.count(None), asked - len(settled)
    again = tuple(each.event.subject for each in answers if each.score in {0.0, 0.5})
    return Summary(
        asked=asked,
        answered=len(answers),
        right=scores.count(1.0),
        half=scores.count(0.5),
        wrong=scores.count(0.0),
        ungraded=ungraded,
        skipped=len(settled) - len(answers),
        left=left,
        topics=topics,
        again=again,
        advice=tuple(_advice(topics, again, left if ended else left + ungraded)),
    )


def _topics(answers: Sequence[Settled], title: Callable[[str], Text]) -> tuple[TopicScore, ...]:
    scores: dict[str, list[float]] = {}
    for each in answers:
        if each.score is not None:
            scores.setdefault(each.leaf, []).append(each.score)
    topics = [
        TopicScore(leaf=leaf, title=title(leaf), answered=len(of), right=sum(of))
        for leaf, of in scores.items()
    ]
    return tuple(sorted(topics, key=lambda topic: (topic.right / topic.answered, topic.leaf)))


def _advice(topics: Sequence[TopicScore], again: Sequence[str], left: int) -> Iterator[Message]:
    if left:
        yield Message("quiz.advice-resume", {"left": left})
    weak = [topic.leaf for topic in topics if topic.right / topic.answered < WEAK][:MOST_NAMED]
    for leaf in weak:
        yield Message("quiz.advice-topic", {"leaf": leaf})
    if again:
        yield Message("quiz.advice-show", {"id": again[0]})
    if not weak and not left:
        yield Message("quiz.advice-cards")
