"""Sentences of `dlprep log`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "log.help": Text("你的学习记录", "The log of everything you did"),
    "log.epilog": examples(
        "dlprep log export",
        "dlprep log export backup.jsonl",
    ),
    "log.export-help": Text(
        "导出全部记录，每行一个 JSON 事件", "Export the log, one JSON event a line"
    ),
    "log.file-help": Text(
        "写入这个文件（默认写到标准输出）", "Write to this file (default: standard output)"
    ),
    "log.not-written": Text(
        "`{path}` 无法写入（{reason}），没有改动它", "`{path}` cannot be written ({reason})"
    ),
    "log.written": Text("已写入 {count} 个事件：{path}", "{count} events written to {path}"),
}
