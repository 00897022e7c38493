"""Sentences of `dlprep log`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "log.help": Text("你的学习记录", "The log of everything you did"),
    "log.epilog": examples(
        "dlprep log export",
        "dlprep log export backup.jsonl",
        "dlprep log import other-machine.jsonl",
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
    "log.import-help": Text("导入另一台机器的记录，可重复", "Bring in the log of another machine"),
    "log.import-file-help": Text(
        "`dlprep log export` 写出的文件（- 表示标准输入）；重复导入不会改变什么",
        "A file that `dlprep log export` wrote (- for standard input); twice changes nothing",
    ),
    "log.merged": Text(
        "新增 {added} 个事件，{known} 个已经有了",
        "Events: {added} new, {known} there already",
    ),
    "log.not-read": Text("`{path}` 无法读取（{reason}）", "`{path}` cannot be read ({reason})"),
    "log.not-text": Text(
        "`{path}` 不是 UTF-8 文本\n提示：导入 `dlprep log export` 写出的文件",
        "`{path}` is no UTF-8 text\nhint: import a file that `dlprep log export` wrote",
    ),
    "log.not-json": Text(
        "这一行不是 JSON 对象；没有导入任何内容",
        "this line is no JSON object; nothing was imported",
    ),
    "log.missing": Text(
        "这个事件缺少 {names}；没有导入任何内容", "this event lacks {names}; nothing was imported"
    ),
    "log.unknown": Text(
        "不认识的字段 {names}；没有导入任何内容",
        "there is no field {names}; nothing was imported",
    ),
    "log.bad-value": Text(
        "`{name}` 的值 {value} 不对；没有导入任何内容",
        "`{name}` cannot be {value}; nothing was imported",
    ),
    "log.conflict": Text(
        "编号 {id} 在这里是另一个事件；没有导入任何内容",
        "{id} is another event here; nothing was imported",
    ),
    "log.nothing-undone": Text(
        "它撤销的事件 {id} 哪边都没有；没有导入任何内容\n提示：导出全部记录后再导入",
        "the event {id} that it undoes is in neither log; nothing was imported\n"
        "hint: export the whole log and import that",
    ),
}
