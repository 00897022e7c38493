"""How far suggestions about key points can be trusted, by what people confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dlprep.model.event import Event, Json
from dlprep.model.rubric import CREDIT, SUGGESTED, Agreement, Reading, Said, State


def confirmation(reading: Reading, said: Mapping[str, Said]) -> dict[str, Json]:
    """What the log keeps of a confirmed answer: each point as suggested and as confirmed."""
    return {
        sighting.point.key: [sighting.state, said[sighting.point.key]]
        for sighting in reading.sightings
    }


def agreements(confirmed: Iterable[Event]) -> dict[str, Agreement]:
    """By question, how often a clear suggestion was what the person said, least often first."""
    tallies: dict[str, Agreement] = {}
    for event in confirmed:
        known = tallies.get(event.subject, Agreement(item=event.subject))
        tallies[event.subject] = _with(known, event.payload.get("points"))
    return dict(sorted(tallies.items(), key=lambda each: (each[1].share, each[0])))


def _with(known: Agreement, points: Json) -> Agreement:
    """The tally with one more answer; doubtful suggestions claim nothing."""
    agreed, clear = known.agreed, known.clear
    for state, said in _pairs(points):
        wanted = SUGGESTED[state]
        if wanted is not None:
            clear += 1
            agreed += 1 - abs(CREDIT[said] - CREDIT[wanted])
    return Agreement(item=known.item, answers=known.answers + 1, clear=clear, agreed=agreed)


def _pairs(points: Json) -> Iterator[tuple[State, Said]]:
    """The points as suggested and confirmed; what another version wrote otherwise is left out."""
    for pair in points.values() if isinstance(points, dict) else ():
        match pair:
            case [str(state), str(said)] if state in SUGGESTED and said in CREDIT:
                yield state, said
