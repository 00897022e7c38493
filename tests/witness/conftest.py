"""Witnesses share no code with dlprep. Where they are required, a skipped one is a failure."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

REQUIRED = os.environ.get("DLPREP_WITNESSES") == "required"


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if REQUIRED and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"a required witness was skipped: {report.longrepr}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands here is a witness, so that `-m witness` passes none over."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.witness)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """A test that skips itself fails where witnesses are required."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """So does a module that cannot import its library."""
    report = yield
    _refuse_skip(report)
    return report
