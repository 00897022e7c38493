"""Sentences about notebooks that cannot be checked."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "notebook.broken": Text(
        "这个笔记本已损坏，读不了：{why}\n提示：在 Jupyter 里重新保存一次",
        "this notebook is damaged and cannot be read: {why}\nhint: save it again in Jupyter",
    ),
    "notebook.no-cells": Text("里面没有单元格", "there are no cells in it"),
    "notebook.no-text": Text("有一个单元格没有文本", "a cell has no text"),
    "notebook.empty": Text(
        "这个笔记本的代码单元格是空的", "there is no code in the cells of this notebook"
    ),
    "notebook.language": Text(
        "这个笔记本的语言是 {language}，不是 Python",
        "this notebook is in {language}, not in Python",
    ),
}
