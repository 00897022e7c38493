"""Sentences about how a command is called."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "usage.no-command": Text(
        "没有命令 `{name}`\n提示：`dlprep --help` 列出所有命令",
        "there is no command `{name}`\nhint: `dlprep --help` lists the commands",
    ),
    "usage.no-command-near": Text(
        "没有命令 `{name}`，是否想用 `{near}`？\n提示：`dlprep --help` 列出所有命令",
        "there is no command `{name}`; did you mean `{near}`?\n"
        "hint: `dlprep --help` lists the commands",
    ),
    "usage.option": Text(
        "没有选项 `{option}`\n提示：`{command} --help` 列出所有选项",
        "there is no option `{option}`\nhint: `{command} --help` lists the options",
    ),
    "usage.option-near": Text(
        "没有选项 `{option}`，是否想用 `{near}`？\n提示：`{command} --help` 列出所有选项",
        "there is no option `{option}`; did you mean `{near}`?\n"
        "hint: `{command} --help` lists the options",
    ),
    "usage.missing": Text(
        "缺少 {name}\n提示：`{command} --help` 给出用法和例子",
        "{name} is missing\nhint: `{command} --help` shows usage and examples",
    ),
    "usage.bad-value": Text(
        "{name} 的值不合适：{why}\n提示：`{command} --help` 给出可用的值",
        "the value of {name} does not fit: {why}\nhint: `{command} --help` shows what does",
    ),
    "usage.other": Text(
        "{why}\n提示：`{command} --help` 给出用法",
        "{why}\nhint: `{command} --help` shows the usage",
    ),
}
