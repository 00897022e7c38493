"""The judge: one file, its exercises, a seed; out comes a report. Runs where NumPy may be
imported, apart from the learner's program and from the command."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.grade import Trial, case_result, grade, with_others, worst
from dlprep.check.grading.stability import NAMEABLE, is_fed_wrongly, stability_of
from dlprep.check.grading.unseen import spared, without_unseen
from dlprep.check.material import Archive, Material, Task, hand_over
from dlprep.check.naming.conventions import (
    by_convention,
    by_other,
    fits_better,
    instead,
    judged_by,
    others,
    told,
)
from dlprep.check.naming.unsteady import traced_back
from dlprep.check.running.children import Children
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Bench, Runs, StepRun, weight
from dlprep.check.source.policy import breach
from dlprep.check.source.units import layout_of
from dlprep.check.unloaded import bare, not_loaded
from dlprep.model.message import Message
from dlprep.model.report import (
    ACCEPTED,
    CONVENTIONS,
    CaseResult,
    ExerciseReport,
    FunctionReport,
    NamedMistake,
    Verdict,
    breaks,
)
from dlprep.sandbox.frames import alike

if TYPE_CHECKING:
    from dlprep.check.naming.diagnose import Diagnosis, Doctor

FURTHER = range(2, 6)  # turns of fresh numbers after the first


@dataclass(eq=False, repr=False)
class Trying:
    """One exercise on one bench."""

    material: Material
    bench: Bench
    unsteady: set[tuple[str, int]] = field(default_factory=set)
    time_s: float = 0.0
    begun: bool = False
    is_ahead: bool = False

    @property
    def task(self) -> Task:
        return self.material.task

    @cached_property
    def fresh(self) -> Sequence[tuple[Drawn, Runs]]:
        """The same cases with other numbers, run; nothing where a child fell on the way."""
        sizes = [weight(self.material.reference(drawn)) for drawn in self.material.cases(turn=0)]
        return self._run([*zip(self.ahead(), sizes, strict=True)])

    @cached_property
    def further(self) -> Sequence[tuple[Drawn, Runs]]:
        """More of these, where a mistake has few numbers to be known by."""
        cases = [each for turn in FURTHER for each in self.material.cases(turn=turn)]
        return self._run([(each, weight(self.material.reference(each))) for each in cases])

    def _run(self, cases: Sequence[tuple[Drawn, int]]) -> Sequence[tuple[Drawn, Runs]]:
        runs = [
            (drawn, self.bench.ask(drawn, self.task.names, self.material.reference_s, size))
            for drawn, size in cases
        ]
        return runs if self.bench.alive else ()

    def ahead(self) -> Sequence[Drawn]:
        """These cases, handed over: the child works while the judge looks at what it has."""
        cases = self.material.cases(turn=1)
        if not self.is_ahead:
            self.is_ahead = True
            self.bench.announce(cases, self.task.names)
        return cases

    @cached_property
    def doctor(self) -> Doctor:
        """Who names the mistakes."""
        from dlprep.check.naming.diagnose import Doctor, Ward  # noqa: PLC0415 - only for wrong answers

        material = self.material
        return Doctor(
            Ward(
                code=self.task.code,
                names=self.task.names,
                bench=self.bench,
                references=material.references,
                reference=material.reference,
                ahead=self.ahead,
                fresh=lambda: self.fresh,
                close=self.close,
                further=lambda: self.further,
                hinted=self.task.hinted,
            )
        )

    def close(self, drawn: Drawn) -> Closeness:
        code = self.task.code
        chance = frozenset(each.of for each in code.properties)
        return Closeness(code.tolerance, drawn.single, code.judge, chance)

    def trial(self, drawn: Drawn, runs: Runs) -> Trial:
        """Judge what came of a case."""
        trial = self._graded(drawn, runs)
        return self._by_chance(trial) if drawn.is_random else trial

    def _graded(self, drawn: Drawn, runs: Runs) -> Trial:
        return grade(drawn, self.material.reference(drawn), runs, self.close(drawn))

    def _asked(self, drawn: Drawn, times: int = 0) -> Runs:
        """Run a case on both sides; `times` that was done before."""
        right, before_s = self.material.reference(drawn), self.bench.spent_s
        limits = self.material.reference_s, weight(right)
        runs = self.bench.ask(drawn.again(times), self.task.names, *limits)
        self.time_s += self.bench.spent_s - before_s
        return runs

    def _by_chance(self, first: Trial) -> Trial:
        """The case run again and again; judged is the first run that is wrong whatever chance
        does, or else the first, by what holds of all."""
        from dlprep.check.grading.chance import RUNS, held, properties_by  # noqa: PLC0415 - few exercises need it

        trials = [first]
        while len(trials) < RUNS and all(each.run.kind == "ok" for each in trials[-1].grades):
            trials.append(self._graded(first.drawn, self._asked(first.drawn, len(trials))))
        wrong = (each for each in trials if any(one.verdict != "passed" for one in each.grades))
        told, close = next(wrong, first), self.close(first.drawn)
        found = held(properties_by(self.task.code.properties, self.task.asked), trials, close)
        return grade(told.drawn, told.reference, told.learner, close, found)

    def begin(self) -> None:
        """Hand the cases over, once."""
        self.begun = self.begun or hand_over(self.material, self.bench)

    def _begin_again(self, cases: Sequence[Drawn]) -> None:
        """Ask the second child for the same cases in the other order."""
        self.bench.announce_again([*reversed(cases)], self.task.names)

    def _trials(self) -> list[Trial]:
        """All cases, run and judged."""
        self.begin()
        return [self.tried(drawn) for drawn in self.material.cases(turn=0)]

    def tried(self, drawn: Drawn) -> Trial:
        """One case, run and judged."""
        return self.trial(drawn, self._asked(drawn))

    def repeat(self, trials: Sequence[Trial]) -> None:
        """Whether the second child gives the same."""
        for trial in reversed(trials):
            limits = self.material.reference_s, weight(trial.reference)
            again = self.bench.ask_again(trial.drawn, self.task.names, *limits)
            if again is None:
                return
            if not all(map(_identical, trial.learner, again)):
                self._compare_again(trial, again)

    def _compare_again(self, trial: Trial, again: Runs) -> None:
        from dlprep.check.naming.evidence import same_runs  # noqa: PLC0415 - hardly ever needed

        same = same_runs(trial.learner, again, trial.drawn.single)
        for one, held in zip(trial.grades, same, strict=True):
            if not held and one.verdict != "not-judged":
                self.unsteady.add((one.function, id(trial.drawn)))

    def report(self) -> ExerciseReport:
        """Everything there is to say of the exercise."""
        trials = self._trials()
        fixed = [each for each in trials if not each.drawn.is_random]
        if not (self.begun and self.bench.side_by_side):
            self._begin_again([each.drawn for each in fixed])
        if self._is_nameable and any(map(_is_wrong, trials)):
            self.ahead()
        self.repeat(fixed)
        script = max((each.drawn.script for each in trials), key=len, default=())
        seen = [*without_unseen(self._functions(trials), script)]
        functions = tuple(traced_back(spared(seen, self.bench.source), self.bench.source))
        if self.is_ahead:
            _ = self.fresh  # or the next exercise would hear what nobody asked for
        return ExerciseReport(
            id=self.task.code.id,
            verdict=worst(each.verdict for each in functions),
            functions=functions,
            time_ms=0.0 if self.task.code.probe else round(self.time_s * 1e3, 3),
            reference_time_ms=round(self.material.reference_s * 1e3, 3),
            printed=self.bench.printed,
        )

    def _functions(self, trials: Sequence[Trial]) -> Iterator[FunctionReport]:
        """What could not be judged, since a function before it follows another convention, is
        judged by that."""
        follows: tuple[Message, ...] = ()
        for each in self.task.code.functions:
            found = self._function(each.name, trials)
            if found.verdict == "convention":
                follows = tuple(fact for fact in found.facts if fact.code in CONVENTIONS)
            if found.verdict == "not-judged" and follows and (ward := self.doctor.other):
                anew = self._function(each.name, ward.judged(trials), type(self.doctor)(ward))
                found = by_convention(found, anew, follows)
            yield found

    @property
    def _is_nameable(self) -> bool:
        """Whether mistakes are looked for by their numbers."""
        return not (self.task.code.properties or self.task.quick)

    def _is_unfinished(self, name: str, verdict: Verdict, cases: Sequence[CaseResult]) -> bool:
        """Whether what is not right has not been written either."""
        if verdict == "passed":
            return False
        from dlprep.check.source.unfinished import is_unfinished  # noqa: PLC0415 - only for wrong answers

        unit = layout_of(self.bench.source).by_name.get(self.task.names[name] or "")
        steps = [step for drawn in self.material.cases(turn=0) for step in drawn.script]
        called = (step for step in steps if step.call == name)
        return is_unfinished(unit.node if unit else None, called, cases)

    def _function(
        self, name: str, trials: Sequence[Trial], doctor: Doctor | None = None
    ) -> FunctionReport:
        cases = tuple(self._cases(name, trials))
        verdict = worst(each.verdict for each in cases if each.axis == "value")
        if self.task.names.get(name) is None or self._is_unfinished(name, verdict, cases):
            verdict, cases = "not-implemented", ()
        said: tuple[Message, ...] = ()
        if verdict in NAMEABLE:
            verdict, cases, said = self._otherwise(name, trials) or (verdict, cases, said)
        stability = stability_of(cases, verdict)
        if breaks(stability) and is_fed_wrongly(name, trials):
            stability = stability_of(cases, verdict, fed_wrongly=True)
        mistakes: tuple[NamedMistake, ...] = ()
        cut_short = False
        slips = verdict == "passed" and breaks(stability) and not self.task.quick
        if verdict in NAMEABLE or slips:
            found = self._diagnosis(name, trials, doctor, mend=verdict != "passed")
            mistakes, cut_short = found.mistakes, found.cut_short
            called = self.task.names.get(name) or name
            mistakes = tuple(replace(each, output=each.output or called) for each in mistakes)
            alone = bool(found.conventions) and not mistakes
            follows = (told(each, alone=alone) for each in found.conventions)
            said = (*said, *follows, *found.facts)
            verdict = "convention" if alone else verdict
            cases = tuple(self._telling(name, cases, trials))
        report = FunctionReport(
            name=name,
            called=self.task.names.get(name),
            verdict=verdict,
            cases=cases,
            mistakes=mistakes,
            facts=said,
            unexplained=self._is_nameable and verdict in NAMEABLE and not mistakes,
            cut_short=cut_short,
            stability=stability,
        )
        return self._by_properties(report) if self.task.code.properties else report

    def _diagnosis(
        self, function: str, trials: Sequence[Trial], doctor: Doctor | None, *, mend: bool
    ) -> Diagnosis:
        """What is wrong; where right or wrong is enough, whether another convention is followed."""
        from dlprep.check.naming.diagnose import NOTHING  # noqa: PLC0415 - only for wrong answers

        if self.task.code.properties:
            return NOTHING
        if not self.task.quick:
            return (doctor or self.doctor).diagnosis(function, trials, mend=mend)
        known = any(each.has_conventions for each in self.material.references)
        return self.doctor.followed(function, trials) if known else NOTHING

    def _by_properties(self, report: FunctionReport) -> FunctionReport:
        """With the written mistake that breaks the same properties, if there is one."""
        if self.task.quick or report.verdict not in NAMEABLE | {"non-deterministic"}:
            return report
        return replace(report, mistakes=self.material.likenesses.named(report))

    def _otherwise(
        self, name: str, trials: Sequence[Trial]
    ) -> tuple[Verdict, tuple[CaseResult, ...], tuple[Message, ...]] | None:
        """What is said of a function that is right by another convention: one that will do as
        well, or the exercise's own where a person asked for another."""
        task = self.task
        if task.code.properties or not (task.asked or task.code.accepts):
            return None
        for fact, other in others(task.code.accepts, task.asked, self.material.original):
            cases = tuple(self._cases(name, judged_by(other, trials, self.close)))
            if worst(each.verdict for each in cases if each.axis == "value") == "passed":
                return "passed" if fact.code == ACCEPTED else "convention", cases, (fact,)
        return None

    def _telling(
        self, name: str, cases: Sequence[CaseResult], trials: Sequence[Trial]
    ) -> Iterator[CaseResult]:
        """The cases of a wrong function, without what is too small in them to be told."""
        from dlprep.check.naming.faint import telling  # noqa: PLC0415 - only for wrong answers

        own = [each for each in trials if each.of(name)]
        return telling(cases, own, [self.close(each.drawn) for each in own], name)

    def _cases(self, name: str, trials: Sequence[Trial]) -> Iterator[CaseResult]:
        for trial in trials:
            result = case_result(trial, name)
            if result is None:
                continue
            if self.task.mapped:
                from dlprep.check.grading.where import with_maps  # noqa: PLC0415 - only for `--map`

                result = with_maps(result, trial, name, self.close(trial.drawn))
            if (name, id(trial.drawn)) in self.unsteady:
                yield CaseResult(
                    label=result.label,
                    verdict="non-deterministic",
                    outputs=result.outputs,
                    message=Message("check.non-deterministic"),
                    axis=result.axis,
                )
            else:
                yield result


def _is_wrong(trial: Trial) -> bool:
    return any(each.verdict in NAMEABLE for each in trial.grades)


def _identical(one: StepRun, other: StepRun) -> bool:
    return one.kind == other.kind and alike(one.outputs, other.outputs)


def judge(
    tasks: Sequence[Task], bench: Children, seed: int, archive: Archive, *, begun: bool = False
) -> tuple[ExerciseReport, ...]:
    """Reports on all exercises of one file; `begun` where the cases are handed over already."""
    reports = tuple(
        bare(task.code, "policy", message, "")
        if (message := breach(task.code, bench.source))
        else _judged(task, archive.material(task, seed), bench, begun=begun)
        for task in tasks
    )
    bench.greet()  # of a file that is not run the level is told, too
    return reports


def _judged(task: Task, material: Material, bench: Children, *, begun: bool) -> ExerciseReport:
    bench.renew()
    trying = Trying(material, bench, begun=begun)
    try:
        trying.begin()
        loaded = bench.greet()
        if loaded.kind != "ok":
            return not_loaded(task.code, loaded, bench.printed)
        return _reported(task, trying)
    except Exception as bug:  # noqa: BLE001 - a broken solution must not look like a wrong answer
        message = Message("check.checker-error", {"what": f"{type(bug).__name__}: {bug}"})
        return bare(task.code, "checker-error", message, "")


def _reported(task: Task, trying: Trying) -> ExerciseReport:
    """On all functions, each under every name it has in the file."""
    report = fitting(trying)
    for names in task.also:
        other = copy.copy(trying.material)
        other.task = replace(task, names=names)
        report = with_others(report, fitting(Trying(other, trying.bench)), task.names)
    return report


def fitting(trying: Trying) -> ExerciseReport:
    """On an exercise; where its outputs depend on chance, by the convention that fits it best."""
    material, report = trying.material, trying.report()
    code = material.task.code
    if not (code.properties and code.accepts) or report.verdict not in NAMEABLE:
        return report
    for other, fact in instead(code.accepts, material.task.asked, material.original):
        anew = Trying(material.by(other), trying.bench).report()
        if fits_better(anew, report):
            report = by_other(anew, fact)
    return report
