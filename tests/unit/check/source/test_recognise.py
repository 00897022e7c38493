"""Which exercise a file answers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dlprep.check.source.recognise import recognise
from dlprep.check.source.submission import Submission
from dlprep.model.message import DlprepError, Message


@dataclass(frozen=True)
class Header:
    id: str
    functions: tuple[tuple[str, ...], ...]
    courses: tuple[str, ...] = ()


KNOWN = (
    Header("code.affine-fb", (("affine_forward", "fc_forward"), ("affine_backward",))),
    Header("code.net", (("affine_forward",), ("affine_backward",), ("net_loss",))),
    Header("code.ce", (("softmax_loss", "softmax_ce"),)),
    Header("code.ce-soft", (("softmax_loss",),)),
    Header("code.relu-fb", (("relu_forward",), ("relu_backward",))),
)


def submission(
    *defines: str, asks: tuple[str, ...] = (), broken: Message | None = None
) -> Submission:
    return Submission("answer.py", b"", defines, asks, broken)


def ids(*defines: str, asks: tuple[str, ...] = ()) -> list[str]:
    return [each.id for each in recognise(submission(*defines, asks=asks), KNOWN)]


def fault(given: Submission) -> Message:
    with pytest.raises(DlprepError) as error:
        recognise(given, KNOWN)
    return error.value.messages[0]


def test_a_whole_exercise_wins_over_a_part_of_a_larger_one() -> None:
    """Two functions that are all of one exercise and a part of another mean the first."""
    assert ids("affine_forward", "affine_backward") == ["code.affine-fb"]


def test_more_of_the_same_names_win() -> None:
    """With the third function the larger exercise is meant."""
    assert ids("affine_forward", "affine_backward", "net_loss") == ["code.net"]


def test_a_file_may_answer_several_in_its_own_order() -> None:
    """Exercises with different names are all taken, in the order of the file."""
    assert ids("relu_forward", "relu_backward", "softmax_ce") == ["code.relu-fb", "code.ce"]


def test_style_of_a_name_does_not_matter() -> None:
    """`ReluForward` is `relu_forward`; the report still calls it by the learner's name."""
    (found,) = recognise(submission("ReluForward"), KNOWN)
    assert found.names == {"relu_forward": "ReluForward", "relu_backward": None}


def test_a_comment_decides() -> None:
    """A `# dlprep:` line chooses where names are ambiguous, with or without `code.`."""
    assert ids("softmax_loss", asks=("ce-soft",)) == ["code.ce-soft"]
    assert ids("softmax_loss", asks=("code.ce",)) == ["code.ce"]


def test_an_exercise_asked_for_twice_is_judged_once() -> None:
    """However it is written: one line of the starter, one added by hand."""
    assert ids("softmax_loss", asks=("ce", "code.ce", "ce")) == ["code.ce"]


def test_ambiguous_names_list_the_candidates() -> None:
    """A name that two exercises share is not guessed."""
    message = fault(submission("softmax_loss"))
    assert message.code == "check.ambiguous"
    assert message.values["ids"] == ["code.ce", "code.ce-soft"]


def test_unknown_names_list_the_nearest() -> None:
    """A typing error in a name is met with the right names."""
    message = fault(submission("relu_foward"))
    assert (message.code, message.values["near"][0]) == ("check.nothing-near", "relu_forward")
    assert fault(submission("main")).code == "check.nothing-known"


def test_an_unknown_id_lists_the_nearest() -> None:
    """A typing error in an id is met with the right ids."""
    message = fault(submission(asks=("code.relu",)))
    assert (message.code, message.values["near"][0]) == ("check.unknown-id", "code.relu-fb")


def test_a_broken_file_without_known_names_tells_of_the_syntax() -> None:
    """Where nothing was recognised the syntax error is the better news."""
    broken = Message("check.syntax", {"why": "invalid syntax"})
    assert fault(submission("main", broken=broken)) == broken


def test_layers_that_serve_a_network_are_no_answers_of_their_own() -> None:
    """What another exercise's function uses is a part of that answer, however it is named."""
    data = b"""
def affine(x): return x
def helper(x): return affine(x)
def net(x): return helper(x)
"""
    layer, network = Header("code.affine", (("affine",),)), Header("code.net", (("net",),))
    served = Submission("answer.py", data, ("affine", "helper", "net"), ())
    assert [each.id for each in recognise(served, [layer, network])] == ["code.net"]
    apart = Submission(
        "answer.py", data.replace(b"return helper(x)", b"return x"), ("affine", "net"), ()
    )
    assert [each.id for each in recognise(apart, [layer, network])] == ["code.affine", "code.net"]


def test_layers_of_one_course_are_answers_of_their_own() -> None:
    """There a layer that another one is built on is asked for as well."""
    data = b"def step(x): return x\ndef sequence(x): return step(x)\n"
    file = Submission("answer.py", data, ("step", "sequence"), ())

    def found(courses: tuple[str, ...]) -> list[str]:
        step = Header("code.step", (("step",),), courses)
        whole = Header("code.sequence", (("sequence",),), ("cs231n",))
        return [each.id for each in recognise(file, [step, whole])]

    assert found(("cs231n",)) == ["code.step", "code.sequence"]
    assert found(()) == ["code.sequence"]


def test_a_function_under_two_names_is_found_twice() -> None:
    """Two ways of writing one function stand in one file, each beside the same other functions."""
    known = Header("code.bn", (("bn_forward",), ("bn_backward", "bn_backward_alt")))
    (found,) = recognise(submission("bn_forward", "bn_backward", "bn_backward_alt"), [known])
    assert found.names == {"bn_forward": "bn_forward", "bn_backward": "bn_backward"}
    assert found.also == ({"bn_forward": "bn_forward", "bn_backward": "bn_backward_alt"},)


def test_a_helper_is_no_answer_under_another_style_of_its_name() -> None:
    """Neither one whose name begins with a line nor a class beside the function of that name."""
    assert ids("_softmax_ce", "relu_forward", "relu_backward") == ["code.relu-fb"]
    (found,) = recognise(submission("SoftmaxCe", "softmax_ce"), KNOWN)
    assert (found.names, found.also) == ({"softmax_loss": "softmax_ce"}, ())
