"""The language of a run: asked for, then kept, then the locale's."""

import pytest

from dlprep.cli.words import as_lang, chosen, from_locale


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides_by_its_usual_order(environ: dict[str, str], lang: str) -> None:
    """LC_ALL beats LC_MESSAGES beats LANG; anything but Chinese is English."""
    assert from_locale(environ) == lang


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        (["quiz", "--lang", "zh"], "zh"),
        (["quiz", "--lang=en"], "en"),
        (["quiz"], None),
        ([], None),
        (["quiz", "--lang"], ""),
    ],
)
def test_lang_is_found_before_the_options_are_parsed(
    arguments: list[str], value: str | None
) -> None:
    """Help texts are made while modules load, so `--lang` is looked for by hand."""
    assert chosen(arguments) == value


def test_a_language_is_recognised_by_its_first_letters() -> None:
    """`zh-CN` and `en_US` are languages, `fr` is none."""
    assert (as_lang("zh-CN"), as_lang("EN_us")) == ("zh", "en")
    assert [as_lang(v) for v in ("fr", "", None)] == [None] * 3
