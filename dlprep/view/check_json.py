"""A report of a check as JSON: names are stable, later versions only add."""

from __future__ import annotations

import math

from dlprep.model.hint import Fix, Hint
from dlprep.model.message import Message
from dlprep.model.report import (
    CaseResult,
    CheckReport,
    ErrorMap,
    ExerciseReport,
    FunctionReport,
    NamedMistake,
    OutputResult,
    Pace,
)
from dlprep.model.text import Lang
from dlprep.view.messages import words
from dlprep.view.mistake import headline
from dlprep.view.prose import plain
from dlprep.view.symbols import explanation_json, line_json

SCHEMA = 1
Object = dict[str, object]


def report_json(report: CheckReport, lang: Lang) -> Object:
    """The whole report of one file."""
    return {
        "schema": SCHEMA,
        "file": report.file,
        "seed": report.seed,
        "isolation": report.isolation,
        "exercises": [_exercise(each, lang) for each in report.exercises],
    }


def hint_json(hint: Hint, lang: Lang) -> Object:
    """One hint: a sentence or a fix, never both."""
    said = hint.said
    made: Object = {"exercise": hint.exercise, "number": hint.number, "of": hint.of}
    if isinstance(said, Fix):
        return made | line_json(said.line) | {"wrong": said.wrong, "right": said.right}
    return made | {"text": plain(said.in_(lang))}


def _exercise(exercise: ExerciseReport, lang: Lang) -> Object:
    return {
        "id": exercise.id,
        "verdict": exercise.verdict,
        "functions": [_function(each, lang) for each in exercise.functions],
        "time_ms": exercise.time_ms,
        "reference_time_ms": exercise.reference_time_ms,
        "message": _words(exercise.message, lang),
        "printed": exercise.printed,
        "witnesses": list(exercise.witnesses),
        **({"pace": _pace(exercise.pace)} if exercise.pace else {}),
    }


def _pace(pace: Pace) -> Object:
    """The running time on a larger input; what could not be measured says why."""
    return {
        "sizes": pace.sizes,
        "yours_ms": None if pace.trouble else pace.yours_ms,
        "references_ms": pace.references,
        "trouble": pace.trouble,
    }


def _function(function: FunctionReport, lang: Lang) -> Object:
    return {
        "name": function.name,
        "called": function.called,
        "verdict": function.verdict,
        "cases": [_case(each, lang) for each in function.cases],
        "mistakes": [_mistake(each, lang) for each in function.mistakes],
        "facts": [_words(fact, lang) for fact in function.facts],
        "cut_short": function.cut_short,
        "stability": _words(function.stability, lang),
        "explanation": explanation_json(function.explanation, lang),
    }


def _case(case: CaseResult, lang: Lang) -> Object:
    return {
        "label": case.label.in_(lang),
        "verdict": case.verdict,
        "axis": case.axis,
        "outputs": [_output(each, lang) for each in case.outputs],
        "message": _words(case.message, lang),
    }


def _output(output: OutputResult, lang: Lang) -> Object:
    worst = [
        {
            "index": list(entry.index),
            "yours": _number(entry.yours),
            "expected": _number(entry.expected),
        }
        for entry in output.worst
    ]
    made: Object = {
        "name": output.name,
        "verdict": output.verdict,
        "worst": worst,
        "message": _words(output.message, lang),
    }
    return made | ({"map": _map(output.map, lang)} if output.map else {})


def _map(errors: ErrorMap, lang: Lang) -> Object:
    return {
        "shape": list(errors.shape),
        "block": list(errors.block),
        "cells": errors.cells,
        "wrong": errors.wrong,
        "pattern": _words(errors.pattern, lang),
    }


def _mistake(mistake: NamedMistake, lang: Lang) -> Object:
    return {
        "code": mistake.code,
        "confidence": mistake.confidence,
        "output": mistake.output,
        "text": _mistake_text(mistake, lang),
        "source": mistake.source,
        **line_json(mistake.line),
    }


def _mistake_text(mistake: NamedMistake, lang: Lang) -> str:
    """The name of a mistake; what has none is told in the sentence of the screen."""
    if mistake.source in {"edit", "repair"}:
        return plain(words(headline(mistake), lang))
    return plain(mistake.text.in_(lang))


def _words(message: Message | None, lang: Lang) -> str | None:
    return None if message is None else plain(words(message, lang))


def _number(value: float) -> float | str:
    """JSON knows no infinities."""
    return value if math.isfinite(value) else str(value)
