"""Each rule of lint: a fault that breaks it, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from banks import CARD, CHOICE, NUMERIC, item_file, open_bank, write_bank

from dlprep.bank.index import Bank
from dlprep.lint import rules
from dlprep.lint.clean import CleanFiles
from dlprep.lint.rejected import Rejected
from dlprep.lint.run import lint, lint_registries
from dlprep.model.catalog import LintReport
from dlprep.model.glossary import Glossary, Term, Wordings
from dlprep.view.bank import finding_line

SHORT = """\
- id: loss.mse.why
  kind: short
  topic: units
  difficulty: 1
  frequency: 1
  prompt: {zh: 为什么？, en: Why?}
  answer: {zh: 因为, en: because}
  points:
  - {key: one, zh: 一, en: first}
  - {key: two, zh: 二, en: second}
  - {key: three, zh: 三, en: third, required: false}
  explanation: {zh: 好, en: good}
  references: ['Bishop 2006, Pattern Recognition']
"""
DERIVATION = """\
- id: der.mse
  kind: derivation
  topic: gradient
  difficulty: 1
  frequency: 1
  minutes: 5
  prompt: {zh: 推导, en: Derive}
  goal: {zh: 目标, en: goal}
  symbols: [{name: x}]
  given: [y = x²]
  steps: [{formula: ∂y/∂x = 2·x, reason: {zh: 求导, en: differentiate}}]
  answer: [∂y/∂x = 2·x]
  explanation: {zh: 好, en: good}
  references: ['Bishop 2006, Pattern Recognition']
"""
CODE = """\
- id: code.mse-loss
  kind: code
  topic: gradient
  difficulty: 1
  frequency: 1
  minutes: 5
  prompt: {zh: 写, en: Write}
  explanation: {zh: 好, en: good}
  functions: [{name: mse}]
  inputs: {}
  script: []
  cases: []
  references: ['Bishop 2006, Pattern Recognition']
"""


def run(folder: Path, *items: str, lang: str = "en") -> list[str]:
    """What lint says of a file with these items, in words."""
    roots = write_bank(folder, mse=item_file(*items))
    bank = Bank.open(roots, None)
    report = lint(bank, [roots.questions / "loss" / "mse.yaml"], clean=CleanFiles(bank, None))
    return said(report)


def said(report: LintReport) -> list[str]:
    lines = [finding_line(finding, "en").plain for finding in report.findings]
    return [line.partition("mse.yaml:")[2] for line in lines]


def test_a_sound_file_is_clean(tmp_path: Path) -> None:
    """Nothing is said of sound items (a topic planned as another kind is only a warning)."""
    assert run(tmp_path, CARD, CHOICE) == []


CASES = [
    pytest.param(
        CARD,
        ("en: What is its unit?", "en: …"),
        "8: items[0].prompt.en: the template has 1 `…` left to fill in: prompt",
        id="nothing is unfilled",
    ),
    pytest.param(
        CARD,
        ("The error $e²$ is", "The error $e$ is"),
        "10: items[0].explanation: the formulas differ; only in Chinese: e²; only in English: e",
        id="same formulas",
    ),
    pytest.param(
        CARD,
        ("en: What is its unit?", "en: What is its unit for 2 targets?"),
        "8: items[0].prompt: the numbers differ; only in Chinese: –; only in English: 2",
        id="same numbers",
    ),
    pytest.param(
        CARD,
        ("en: What is its unit?", "en: What is $e?"),
        "8: items[0].prompt.en: a `$` has no partner",
        id="dollars are paired",
    ),
    pytest.param(
        CARD,
        ("$e²$", r"$\hat e²$"),
        r"10: items[0].explanation.zh: the LaTeX command `\hat` stands in a formula; write",
        id="formulas are Unicode",
    ),
    pytest.param(
        CARD,
        ("en: What is its unit?", "en: What is its 单位?"),
        "8: items[0].prompt.en: Chinese is left over in the English text",
        id="English is English",
    ),
    pytest.param(
        CARD,
        ("zh: 单位是什么？", "zh: What is its unit?"),
        "8: items[0].prompt.zh: the Chinese text has no Chinese in it",
        id="Chinese is Chinese",
    ),
    pytest.param(
        CARD,
        ("zh: 单位是什么？", "zh: 单位是什么?"),
        "8: items[0].prompt.zh: warning: half-width punctuation beside Chinese (`么?`)",
        id="Chinese punctuation",
    ),
    pytest.param(
        CARD,
        ("zh: 单位是什么？", "zh: 隐变量的单位是什么？"),
        "8: items[0].prompt.zh: the glossary rejects “隐变量”; write “潜变量”",
        id="Chinese terms are those of the glossary",
    ),
    pytest.param(
        CARD,
        ("What is its unit?", "What does Back-propagation give?"),
        "8: items[0].prompt.en: the glossary rejects “Back-propag”; write “backpropagation”",
        id="English terms are those of the glossary",
    ),
    pytest.param(
        CARD,
        ("What is its unit?", "Which unit " + "and which " * 40 + "one?"),
        "8: items[0].prompt.en: warning: too long: 83 words; at most 54",
        id="English is short enough",
    ),
    pytest.param(
        CARD,
        ("zh: 单位是什么？", f"zh: {'单位' * 40}是 $a + b$？"),
        "8: items[0].prompt.zh: warning: too long: 82 words; at most 72",
        id="Chinese is short enough",
    ),
    pytest.param(
        CARD,
        ("'Bishop 2006, Pattern Recognition'", "Bishop"),
        "11: items[0].references[0]: warning: a reference reads “Authors 2016, Title”, ",
        id="references are whole",
    ),
    pytest.param(
        CARD,
        (
            "'Bishop 2006, Pattern Recognition'",
            "'He, Zhang, Ren, Sun 2016, Deep Residual Learning'",
        ),
        "11: items[0].references[0]: warning: from four authors on write “He et al.”: ",
        id="references name three authors at most",
    ),
    pytest.param(
        CARD,
        ("topic: units", "topic: unit"),
        "5: items[0].topic: warning: the plan has no topic “unit” for this leaf; near: `units`",
        id="topic is planned",
    ),
    pytest.param(
        CARD,
        ("topic: units", "topic: noise"),
        "4: items[0].kind: warning: this topic is planned as choice, not card",
        id="kind is planned",
    ),
    pytest.param(
        CARD,
        ("difficulty: 1", "difficulty: 1\n  conventions: [reduction-main]"),
        "7: items[0].conventions[0]: `conventions.yaml` has no `reduction-main`; near: "
        "`reduction-mean`",
        id="conventions are known",
    ),
    pytest.param(
        CHOICE,
        ("mistake: mean-missing", "mistake: mean-mising"),
        "11: items[0].options[1].mistake: `mistakes.yaml` has no `mean-mising`; near: "
        "`mean-missing`",
        id="mistakes of options are known",
    ),
    pytest.param(
        NUMERIC,
        ("code: mean-missing", "code: halved"),
        "13: items[0].wrong[0].code: `mistakes.yaml` has no `halved`; near: –",
        id="mistakes of wrong answers are known",
    ),
    pytest.param(
        CARD,
        ("difficulty: 1", "difficulty: 1\n  confuses: [loss.mse.unit]"),
        "7: items[0].confuses[0]: there is no item `loss.mse.unit`; near: `loss.mse.units`",
        id="links lead somewhere",
    ),
    pytest.param(
        CARD,
        ("difficulty: 1", "difficulty: 1\n  needs: [loss.mse.units]"),
        "7: items[0].needs[0]: the item links to itself",
        id="no link to itself",
    ),
    pytest.param(
        CARD,
        ("  references: ['Bishop 2006, Pattern Recognition']\n", ""),
        "3: items[0].references: expected at least one paper or book",
        id="references are given",
    ),
    pytest.param(
        CHOICE,
        ("  - {key: half, zh: $e/N$, en: $e/N$, why: {zh: 漏了, en: dropped}}\n", ""),
        "9: items[0].options: 2 options; expected 3 to 6",
        id="options are enough",
    ),
    pytest.param(
        CHOICE,
        ("right: true, ", ""),
        "9: items[0].options: 0 options are right; expected exactly one (or `several: true`)",
        id="one option is right",
    ),
    pytest.param(
        CHOICE,
        ("right: true, why: {zh: 对, en: right}}", "why: {zh: 对, en: right}}\n  several: true"),
        None,
        id="several without a right option does not parse",
    ),
    pytest.param(
        CHOICE,
        ("right: true, ", "right: true, mistake: mean-missing, "),
        "10: items[0].options[0].mistake: the right option `mean` cannot show a mistake",
        id="the right option is no mistake",
    ),
    pytest.param(
        CHOICE,
        ("key: half", "key: sum"),
        "12: items[0].options[2].key: an earlier option has the same: sum",
        id="option keys differ",
    ),
    pytest.param(
        CHOICE,
        ("zh: $e/N$, en: $e/N$", "zh: $2e$, en: $2e$"),
        "12: items[0].options[2].en: an earlier option has the same: $2e$",
        id="option texts differ",
    ),
    pytest.param(
        CHOICE,
        ("en: $2e/N$, right", "en: $2e/N$ because the mean divides by it, right"),
        "9: items[0].options: warning: the right option is much longer than the others",
        id="the right option is not the longest",
    ),
    pytest.param(
        CHOICE,
        (
            "zh: $2e/N$, en: $2e/N$, right",
            "zh: $2e/N$，因为平均要除以样本数而不是一, en: $2e/N$, right",
        ),
        "9: items[0].options: warning: the right option is much longer than the others (21 ",
        id="nor in Chinese",
    ),
    pytest.param(
        NUMERIC,
        ("en: 'It is ${answer}$.'", "en: 'It is ${b}$.'"),
        "14: items[0].explanation.en: ",
        id="placeholders are known",
    ),
    pytest.param(
        NUMERIC,
        ("answer: [a**2]", "answer: [1/(a-a)]"),
        "11: items[0].answer: the key is not finite for a = ",
        id="the key is finite",
    ),
    pytest.param(
        NUMERIC,
        ("value: [a**2 + 1]", "value: [a*a]"),
        "13: items[0].wrong[0].value: the wrong answer `mean-missing` equals the key for a = ",
        id="a wrong answer is wrong",
    ),
    pytest.param(
        NUMERIC,
        ("value: [a**2 + 1]", "value: [log(a - a)]"),
        "13: items[0].wrong[0].value: this wrong answer is not finite for a = ",
        id="a wrong answer is finite",
    ),
    pytest.param(
        NUMERIC,
        ("answer: [a**2]", "answer: [a**2]\n  where: [a > 99]"),
        "12: items[0].where: ",
        id="where can be satisfied",
    ),
    pytest.param(
        NUMERIC, ("answer: [a**2]", "answer: ['a**']"), "11: items[0].answer", id="answers are read"
    ),
    pytest.param(
        SHORT,
        ("  - {key: two, zh: 二, en: second}\n", ""),
        "10: items[0].points: 2 key points; expected 3 to 6",
        id="points are enough",
    ),
    pytest.param(
        SHORT,
        ("key: two", "key: one"),
        "12: items[0].points[1].key: an earlier point has the key `one`",
        id="point keys differ",
    ),
    pytest.param(
        DERIVATION,
        ("[{formula: ∂y/∂x = 2·x, reason: {zh: 求导, en: differentiate}}]", "[]"),
        "13: items[0].steps: the derivation has no steps",
        id="a derivation has steps",
    ),
    pytest.param(
        CODE,
        ("frequency: 1", "frequency: 2"),
        "3: items[0].id: there is no `solutions/mse_loss.py`",
        id="an exercise has a solution",
    ),
    pytest.param(
        CODE,
        ("minutes: 5", "minutes: 5\n  hints: [{zh: 想, en: Think, functions: [mse_los]}]"),
        "9: items[0].hints[0].functions: the exercise has no function `mse_los`; near: `mse`",
        id="hints name functions of the exercise",
    ),
    pytest.param(
        CODE,
        ("minutes: 5", "minutes: 5\n  drill: cnn-foward"),
        "9: items[0].drill: warning: the timed set has no topic `cnn-foward`; did you mean "
        "`cnn-forward`?",
        id="a drill is no slip",
    ),
]


@pytest.mark.parametrize(("item", "change", "message"), CASES)
def test_a_broken_rule_is_named(
    tmp_path: Path, item: str, change: tuple[str, str], message: str | None
) -> None:
    """The fault is told with its line, its path and what was expected."""
    assert change[0] in item
    lines = run(tmp_path, item.replace(*change))
    if message is None:
        assert lines
    else:
        assert [line for line in lines if line.startswith(message)], lines


def test_a_leaf_must_be_of_the_outline(tmp_path: Path) -> None:
    """An item hangs on a leaf that exists."""
    lines = run(tmp_path, CARD.replace("loss.mse.units", "loss.mze.units\n  leaf: loss.mze"))
    assert "4: items[0].leaf: the outline has no leaf `loss.mze`; near: `loss.mse`" in lines


def test_no_required_point(tmp_path: Path) -> None:
    """A rubric asks for something."""
    optional = SHORT.replace("first}", "first, required: false}")
    optional = optional.replace("second}", "second, required: false}")
    assert "10: items[0].points: expected at least one required point" in run(tmp_path, optional)


def test_the_right_option_is_not_by_far_the_shortest(tmp_path: Path) -> None:
    """A short right option among long ones gives itself away as a long one does."""
    long = "en: 'no, since the mean changes nothing but the scale"
    text = CHOICE.replace("en: $2e$", f"{long} by $2e$'").replace("en: $e/N$", f"{long} by $e/N$'")
    (line,) = run(tmp_path, text)
    said = "9: items[0].options: warning: the right option is much shorter than the others (6 "
    assert line.startswith(said)


def test_several_needs_right_and_wrong(tmp_path: Path) -> None:
    """With `several`, an item whose options are all wrong has no answer."""
    text = CHOICE.replace("right: true, ", "").replace("  options:", "  several: true\n  options:")
    expected = "10: items[0].options: 0 options are right; expected some right and some wrong"
    assert expected in run(tmp_path, text)


def test_every_rule_stands_in_the_table() -> None:
    """A rule that is written is also applied."""
    applied = {rule.check.__name__ for rule in rules.RULES}
    written = {
        name
        for name, value in vars(rules).items()
        if callable(value)
        and not name.startswith("_")
        and hasattr(value, "__annotations__")
        and list(value.__annotations__)[:1] == ["item"]
    }
    assert written <= applied


def test_a_template_is_only_said_to_be_unfilled(tmp_path: Path) -> None:
    """Of an item still to be written, nothing else is asked."""
    assert (
        len(
            run(
                tmp_path,
                CARD.replace("单位是什么？", "…").replace(
                    "difficulty: 1", "difficulty: 1\n  needs: [x]"
                ),
            )
        )
        == 1
    )


def test_duplicate_ids_are_faults(tmp_path: Path) -> None:
    """The second of two equal ids is named with the place of the first."""
    (line,) = run(tmp_path, CARD, CARD)
    assert line.startswith("12: items[1].id: the id `loss.mse.units` is taken by ")


def test_files_beside_the_bank_may_link_to_it_and_to_themselves(tmp_path: Path) -> None:
    """A file that is linted by its path need not be part of the bank."""
    bank = open_bank(tmp_path, mse=item_file(CHOICE))
    mine = tmp_path / "mine.yaml"
    links = "difficulty: 1\n  needs: [loss.mse.gradient, loss.mse.value]"
    numeric = NUMERIC.replace("topic: gradient", "topic: noise")
    mine.write_text(item_file(CARD.replace("difficulty: 1", links), numeric), encoding="utf-8")
    report = lint(bank, [mine], clean=CleanFiles(bank, None))
    assert report.faults == ()


def test_only_changed_files_are_linted_again(tmp_path: Path) -> None:
    """`--changed` passes over what was clean, until the file itself or a registry changes."""
    roots = write_bank(
        tmp_path, a=item_file(CARD), b=item_file(CHOICE.replace("en: $e/N$", "en: $e$"))
    )
    files = [roots.questions / "loss" / name for name in ("a.yaml", "b.yaml")]

    def again() -> LintReport:
        bank = Bank.open(roots, None)
        clean = CleanFiles(bank, tmp_path / "cache")
        report = lint(bank, files, clean=clean, only_changed=True)
        clean.save()
        return report

    assert (again().files, again().files) == (2, 1)
    files[1].write_text(item_file(CHOICE), encoding="utf-8")
    assert (again().files, again().files) == (1, 0)
    with (roots.questions / "mistakes.yaml").open("a", encoding="utf-8") as registry:
        registry.write("- {code: halved, name: {zh: 减半, en: halved}}\n")
    assert again().files == 2


@pytest.mark.parametrize("name", ["mse_loss.py", "mse_loss__loop.py"])
def test_an_exercise_is_linted_again_where_its_solution_changes(tmp_path: Path, name: str) -> None:
    """Each way of writing the solution counts, wherever the exercise is written."""
    roots = write_bank(tmp_path, mse=item_file(CODE))
    solution = roots.solutions / name
    solution.parent.mkdir(exist_ok=True)
    clean = CleanFiles(Bank.open(roots, None), None)
    file = roots.questions / "loss" / "mse.yaml"
    clean.note(file, is_clean=True)
    assert clean.has(file)
    solution.write_text("def mse(y):\n    return y\n", encoding="utf-8")
    assert not clean.has(file)


@pytest.mark.parametrize(
    "text",
    [
        "A latent variable, the centre of CenterNet",
        "what `center` in code means, or $center$ in a formula",
        "a recentered one is no word that begins so",
    ],
)
def test_allowed_words_are_no_slips(text: str) -> None:
    """What a term names as its exception, and code, may hold a rejected word."""
    (term,) = (
        Term(
            zh="中心", en="centre", not_=Wordings(en=("center",)), but=Wordings(en=("CenterNet",))
        ),
    )
    assert list(Rejected(Glossary(terms=(term,))).slips(text, "en")) == []


@pytest.mark.parametrize("drill", ["cnn-forward", "gru-forward", "losses"])
def test_a_drill_may_have_a_name_of_its_own(tmp_path: Path, drill: str) -> None:
    """Only what looks like a typing mistake is asked about."""
    lines = run(tmp_path, CODE.replace("minutes: 5", f"minutes: 5\n  drill: {drill}"))
    assert not [line for line in lines if "timed set" in line]


@pytest.mark.parametrize("name", ["mse_loss.py", "mse_loss__loop.py"])
def test_mistakes_in_solutions_are_known(tmp_path: Path, name: str) -> None:
    """Each mistake in the comments of any way of writing a solution has a page."""
    roots = write_bank(tmp_path, mse=item_file(CODE))
    roots.solutions.mkdir()
    (roots.solutions / name).write_text(
        "def mse(y):\n    loss = y * 2\n    # mistake mean-mising: loss = y\n"
        "    # mistake mean-missing: loss = y * 3\n    return loss\n",
        encoding="utf-8",
    )
    bank = Bank.open(roots, None)
    report = lint(bank, [roots.questions / "loss" / "mse.yaml"], clean=CleanFiles(bank, None))
    lines = [finding_line(finding, "en").plain for finding in report.findings]
    expected = f"solutions/{name}:3: `mistakes.yaml` has no `mean-mising`; near: `mean-missing`"
    assert [line for line in lines if line.endswith(expected)]
    assert not [line for line in lines if "no `mean-missing`" in line]


def test_registries_are_linted(tmp_path: Path) -> None:
    """A broken registry is named like a broken item."""
    roots = write_bank(tmp_path)
    (roots.questions / "conventions.yaml").write_text(
        "conventions:\n- {code: x}\n", encoding="utf-8"
    )
    (finding,) = lint_registries(Bank.open(roots, None))
    line = finding_line(finding, "en").plain
    assert line.endswith("conventions.yaml:2: conventions[0]: `text` is missing")


def test_progress_is_told(tmp_path: Path) -> None:
    """The caller hears of every item."""
    bank = open_bank(tmp_path, a=item_file(CARD))
    seen: list[tuple[int, int]] = []
    file = tmp_path / "questions" / "loss" / "a.yaml"
    lint(bank, [file], clean=CleanFiles(bank, None), progress=lambda *step: seen.append(step))
    assert seen == [(1, 1)]
