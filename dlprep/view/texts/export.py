"""Sentences of `dlprep export` and `dlprep import`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "export.help": Text("把卡片导出到 Anki 或表格", "Write the cards for Anki or as a table"),
    "export.epilog": examples(
        "dlprep export anki cards.apkg",
        "dlprep export csv cards.csv --topic loss",
        "dlprep export jsonl cards.jsonl --lang zh",
    ),
    "export.form-help": Text("anki、csv 或 jsonl", "anki, csv or jsonl"),
    "export.file-help": Text("写到这个文件", "Write to this file"),
    "export.no-format": Text(
        "没有格式 `{form}`\n提示：可选 {known}", "there is no format `{form}`\nhint: choose {known}"
    ),
    "export.no-genanki": Text(
        "导出到 Anki 需要 genanki 包\n提示：`python3 -m pip install genanki`",
        "an export to Anki needs the package genanki\nhint: `python3 -m pip install genanki`",
    ),
    "export.written": Text("已写入 {count} 张卡片：{path}", "{count} cards written to {path}"),
    "export.import-help": Text("导入在 Anki 里做的复习", "Bring in reviews done in Anki"),
    "export.import-epilog": examples(
        "dlprep import anki collection.apkg", "dlprep import anki collection.apkg --lang zh"
    ),
    "export.import-form-help": Text("目前只有 anki", "anki is the only one so far"),
    "export.import-file-help": Text(
        "Anki 导出的文件（.apkg，勾选「支持旧版本 Anki」和学习进度）",
        "A file exported by Anki (.apkg, with scheduling and support for older versions ticked)",
    ),
    "export.no-import": Text(
        "不能导入格式 `{form}`\n提示：`dlprep import anki FILE`；学习记录用 `dlprep log import`",
        "the format `{form}` cannot be imported\n"
        "hint: `dlprep import anki FILE`; for a log `dlprep log import`",
    ),
    "export.not-anki": Text(
        "`{path}` 不是 Anki 导出的文件", "`{path}` is no package exported by Anki"
    ),
    "export.new-anki": Text(
        "`{path}` 是 Anki 的新格式，无法读取\n提示：在 Anki 导出时勾选「支持旧版本 Anki」",
        "`{path}` has the new form of Anki, which cannot be read here\n"
        "hint: tick `Support older Anki versions` when you export it",
    ),
    "export.merged": Text(
        "新增 {added} 次复习，{known} 次已经有了，{others} 次属于别的卡片",
        "Reviews: {added} new, {known} there already, {others} of other cards",
    ),
}
