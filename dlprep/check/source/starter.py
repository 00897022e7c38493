"""The starter of an exercise: its solution with the bodies removed."""

from __future__ import annotations

import ast

from dlprep.check.source.worked import unmarked


def starter(solution: str) -> str:
    r"""Docstrings, imports, constants and signatures; every body raises NotImplementedError.

    Functions whose name begins with `_` are left out, but for methods such as `__add__`, and with
    the bodies all comments in them; nor is there a word of what people do wrong.

    >>> print(starter("def f(x):\n    y = x\n    return y\n"), end="")
    def f(x):
        raise NotImplementedError
    """
    solution = unmarked(solution)
    lines = solution.splitlines()
    functions = [
        node for node in ast.walk(ast.parse(solution)) if isinstance(node, ast.FunctionDef)
    ]
    for node in sorted(_outermost(functions), key=lambda each: each.lineno, reverse=True):
        end = _end(node, lines)
        if node.name.startswith("_") and not node.name.endswith("__"):
            del lines[_start(node) : end]
        else:
            lines[_kept(node) : end] = [f"{' ' * (node.col_offset + 4)}raise NotImplementedError"]
    return "\n".join(_apart(lines)).rstrip() + "\n"


def _outermost(functions: list[ast.FunctionDef]) -> list[ast.FunctionDef]:
    """Functions that stand in no other function."""
    inner = {id(each) for node in functions for each in ast.walk(node) if each is not node}
    return [node for node in functions if id(node) not in inner]


def _start(node: ast.FunctionDef) -> int:
    return min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1


def _kept(node: ast.FunctionDef) -> int:
    """Lines up to the end of the docstring, or of the signature."""
    if ast.get_docstring(node, clean=False) is not None:
        return node.body[0].end_lineno or node.lineno
    return max(node.body[0].lineno - 1, node.lineno)


def _end(node: ast.FunctionDef, lines: list[str]) -> int:
    """Past the last statement and the comments that belong to it."""
    end = node.end_lineno or node.lineno
    while end < len(lines) and lines[end].startswith(" " * (node.col_offset + 1)):
        if not lines[end].lstrip().startswith("#"):
            break
        end += 1
    return end


def _apart(lines: list[str]) -> list[str]:
    """No more than two empty lines in a row, where a function was taken out."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or kept[-2:] != ["", ""]:
            kept.append(line)
    return kept
