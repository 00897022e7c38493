"""Sentences about notebooks that cannot be checked."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "notebook.broken": Text(
        "这个笔记本已损坏，读不了：{why}\n"
        "提示：从 `.ipynb_checkpoints` 恢复，或者把代码复制到 `.py` 文件",
        "this notebook is damaged and cannot be read: {why}\n"
        "hint: restore it from `.ipynb_checkpoints`, or copy its code into a `.py` file",
    ),
    "notebook.cut-off": Text("文件到这一行就断了", "it breaks off in this line"),
    "notebook.conflict": Text(
        "这一行起是没有解决的合并冲突", "a merge conflict that was never resolved begins here"
    ),
    "notebook.no-json": Text("这一行不是合法的 JSON", "this line is not JSON"),
    "notebook.too-deep": Text("JSON 嵌套得太深", "its JSON is nested too deeply"),
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
