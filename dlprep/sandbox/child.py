"""The learner's child: runs the file, then one call script after another, and only computes.

It is forked before any seed, reference or expected value exists, so there is nothing here worth
stealing, and what it says about itself is never believed beyond "this went wrong".
"""

from __future__ import annotations

import contextlib
import copy
import errno
import gc
import io
import os
import select
import sys
import time
import types
import warnings
from collections.abc import Iterator
from functools import cache
from types import CodeType, TracebackType
from typing import NoReturn, TextIO

import numpy as np

from dlprep.model.surroundings import Surroundings
from dlprep.sandbox.chance import begin
from dlprep.sandbox.companions import AbsentError, Companions
from dlprep.sandbox.confine import Doors, Walls, confine, limit
from dlprep.sandbox.frames import PREFIX, Header, Value, lengths, pack, unpack
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.script import ArityError, Call, Env, MissingError, run

LARGEST_REQUEST = 1 << 30
LONGEST_TEXT = 400
LIBRARIES = ("numpy", "torch")
REHEARSED = b"""
import numpy as np

def play(x):
    shifted = x - np.max(x, axis=1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(x)), 0]).mean(), (p.T @ x).reshape(-1)
"""
_clock = time.perf_counter_ns


def live(doors: Doors, walls: Walls) -> NoReturn:
    """The whole life of a child; it never returns into the code that bore it."""
    try:
        confined = confine(doors, walls)
        told = {"level": confined.level, "pid": confined.pid, "memory": confined.memory}
        _send(doors.replies, pack(told))
        if not select.select([doors.requests], [], [], 0)[0]:
            _rehearse()
        if first := _receive(doors.requests):
            header, source = first
            limit(Limits(**header["limits"]), confined.addresses)
            around = Surroundings(**header.get("around", {}))
            _serve(doors, header["name"], source.tobytes(), around)
    finally:
        os._exit(70)


def _rehearse() -> None:
    """Do once what every request takes, while nobody waits: memory shared with the process that
    bore this one is copied when it is first touched, which is half of what a small file costs."""
    module = types.ModuleType("rehearsal")
    _load(REHEARSED, module.__name__, module, sys.stdout)
    header = {
        "case": 0,
        "steps": [["play", ["x"], {}, ["loss", "dx"], {}, ""]],
        "probes": "",
        "strided": [],
        "watched": ["x"],
    }
    frame = pack(header, {"x": np.ones((3, 4))})
    head, _ = lengths(frame[: PREFIX.size], LARGEST_REQUEST)
    whole = frame[PREFIX.size :]
    request = unpack(whole[:head], whole[head:])
    for _ in _replies(request, module, module.__name__, sys.stdout):
        pass


def _serve(doors: Doors, name: str, source: bytes, around: Surroundings) -> None:
    """The file is loaded, then it answers one request after another until the judge hangs up."""
    printer = sys.stdout
    gc.enable()
    gc.set_threshold(700)  # as in any Python: arrays caught in cycles count as the learner's memory
    warnings.simplefilter("ignore")
    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    module.__package__ = around.package
    sys.meta_path.append(Companions(around))
    sys.argv[:] = [name]
    _send(doors.replies, pack(_load(source, name, module, printer)))
    while (request := _receive(doors.requests)) is not None:
        if "trace" in request[0]:
            _send(doors.replies, _traced(source, name, request))
        else:
            _answer(request, module, name, doors.replies, printer)
    os._exit(0)


def _load(data: bytes, name: str, module: types.ModuleType, printer: TextIO) -> Header:
    try:
        code: CodeType = compile(data, name, "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - this is what the child is for
        printer.flush()
    except BaseException as error:  # noqa: BLE001 - a stranger's file may raise anything
        return _told(_flushed(printer, error), name, loading=True)
    return {"kind": "ok"}


def _answer(
    request: tuple[Header, Value],
    module: types.ModuleType,
    name: str,
    replies: int,
    printer: TextIO,
) -> None:
    """One reply a step, sent before the next step can change what it holds.

    A request may hold a board: one of the file's own functions with many edits and a switch that
    chooses one. Then the steps are gone through once for each, and what is larger than `most`
    stays here.
    """
    header, inputs = request
    if "board" not in header:
        for frame in _replies(request, module, name, printer):
            _send(replies, frame)
        return
    names, source, count = header["board"]
    before = {each: module.__dict__.pop(each) for each in names if each in module.__dict__}
    with contextlib.redirect_stdout(io.StringIO()):
        for number in range(count):
            _switch(module, source, number)
            again = {**header, "case": [header["case"], number]}
            for frame in _replies((again, copy.deepcopy(inputs)), module, name, printer):
                _send(replies, frame)
    module.__dict__.update(before)


def _switch(module: types.ModuleType, source: str, number: int) -> None:
    """Bring one edit of a board into the file. A board that cannot be compiled leaves nothing to
    call."""
    module.__dict__["_dlprep_edit"] = number
    with contextlib.suppress(Exception):
        exec(_board(source), module.__dict__)  # noqa: S102


@cache
def _board(source: str) -> CodeType:
    return compile(source, "edit", "exec", dont_inherit=True)


def _replies(
    request: tuple[Header, Value], module: types.ModuleType, name: str, printer: TextIO
) -> Iterator[bytes]:
    """One a step; the next step is gone when the next is asked for."""
    header, inputs = request
    env: Env = {key: _laid_out(value, key in header["strided"]) for key, value in inputs.items()}
    watched = set(header["watched"])
    if header.get("chance") is not None:
        begin(header["chance"])
    for number, step in enumerate(header["steps"]):
        call = Call(step[0] or "", tuple(step[1]), step[2], tuple(step[3]), *step[4:])
        told: Header = {"case": header["case"], "step": number}
        try:
            start = _clock()
            outputs = _step(call, module, env, header["probes"])
            told["ns"] = _clock() - start
            printer.flush()
            seen = {key: env[key] for key in sorted(call.uses() & watched)}
            frame = pack({**told, "kind": "ok"}, {"inputs": seen, "outputs": outputs})
            if len(frame) > header.get("most", len(frame)):  # the child would be ended for it
                frame = pack({**told, "kind": "memory"})
        except BaseException as error:  # noqa: BLE001 - a stranger's function may raise anything
            frame = pack({**told, **_told(_flushed(printer, error), name)})
        yield frame


def _traced(data: bytes, name: str, request: tuple[Header, Value]) -> bytes:
    """The program once more, on symbols; what it needs was loaded before there was a wall."""
    from dlprep.sandbox.traced import trace_reply  # noqa: PLC0415 - only for `--explain`

    return pack(*trace_reply(data, name, request))


def _flushed(printer: TextIO, error: BaseException) -> BaseException:
    """What was printed before an error is shown beside it; a flood is the graver error."""
    try:
        printer.flush()
    except OSError as flood:
        return flood
    return error


def _step(call: Call, module: types.ModuleType, env: Env, probes: str) -> Env:
    function = getattr(module, call.function, None)
    if not callable(function):
        raise NotImplementedError
    return run(call, call.probed(function, probes), env)


def _laid_out(value: Value, strided: bool) -> Value:  # noqa: FBT001
    """The same numbers in every other place of a wider array, where the case asks for that."""
    if not strided or not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    wide = np.zeros((*value.shape[:-1], 2 * value.shape[-1]), value.dtype)
    wide[..., ::2] = value
    return wide[..., ::2]


def _told(error: BaseException, name: str, *, loading: bool = False) -> Header:
    """What went wrong, in plain words of the child's own: a kind, and where in the file."""
    line = _line(error.__traceback__, name)
    match error:
        case ArityError():
            return {"kind": "arity", "expected": error.expected, "got": error.got}
        case MissingError():
            return {"kind": "missing", "text": str(error)[:LONGEST_TEXT]}
        case AbsentError():
            return {"kind": "absent", "type": error.module[:80], "text": error.name[:80]}
        case ModuleNotFoundError(name=str(module)) if _is_absent(module):
            return {
                "kind": "import-error",
                "reason": "module-absent",
                "text": module[:80],
                "line": line,
            }
        case RecursionError() | EOFError() if reason := _reason(error):
            return {"kind": "crash", "reason": reason, "line": line}
    kind = _kind(error, loading=loading)
    return {"kind": kind, "type": type(error).__name__[:80], "text": _text(error), "line": line}


def _reason(error: RecursionError | EOFError) -> str:
    if isinstance(error, RecursionError):
        return "recursion"
    return "keyboard" if _text(error) == "EOF when reading a line" else ""  # so says `input()`


def _kind(error: BaseException, *, loading: bool) -> str:  # noqa: PLR0911 - a table
    match error:
        case MemoryError():
            return "memory"
        case RuntimeError() if "can't allocate memory" in _text(error):  # torch's way to say it
            return "memory"
        case NotImplementedError():
            return "not-implemented"
        case SystemExit():
            return "exit"
        case OSError(errno=errno.EFBIG):
            return "output-limit"
        case ImportError() if loading:
            return "import-error"
        case SyntaxError() if loading:
            return "syntax-error"
        case _:
            return "crash"


def _is_absent(module: str) -> bool:
    """Whether a module lies outside of what a child can import at all."""
    top = module.partition(".")[0]
    there = top in LIBRARIES and top in sys.modules
    return not there and top not in sys.stdlib_module_names


def _text(error: BaseException) -> str:
    try:
        return str(error)[:LONGEST_TEXT]
    except BaseException:  # noqa: BLE001 - its __str__ is a stranger's too
        return ""


def _line(trace: TracebackType | None, name: str) -> int | None:
    """The last line of the learner's own file on the way to the error."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _receive(requests: int) -> tuple[Header, Value] | None:
    prefix = _read(requests, PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    head, payload = lengths(prefix, LARGEST_REQUEST)
    return unpack(_read(requests, head), _read(requests, payload))


def _read(descriptor: int, size: int) -> bytes:
    parts = []
    while size > 0 and (part := os.read(descriptor, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _send(descriptor: int, frame: bytes) -> None:
    view = memoryview(frame)
    while view:
        view = view[os.write(descriptor, view) :]
