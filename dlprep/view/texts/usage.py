"""Sentences about how a command is called."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "usage.no-command": Text(
        "没有命令 `{name}`\n提示：`{command} --help` 列出所有命令",
        "there is no command `{name}`\nhint: `{command} --help` lists the commands",
    ),
    "usage.no-command-near": Text(
        "没有命令 `{name}`，是否想用 `{near}`？\n提示：`{command} --help` 列出所有命令",
        "there is no command `{name}`; did you mean `{near}`?\n"
        "hint: `{command} --help` lists the commands",
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
        "缺少 `{name}`\n提示：`{command} --help` 给出用法和例子",
        "`{name}` is missing\nhint: `{command} --help` shows usage and examples",
    ),
    "usage.bad-value": Text(
        "`{name}` 的值不合适：{why}\n提示：`{command} --help` 给出用法和例子",
        "the value of `{name}` does not fit: {why}\n"
        "hint: `{command} --help` shows usage and examples",
    ),
    "usage.whole": Text("应为整数", "expected a whole number"),
    "usage.whole-from": Text("应为不小于 {low} 的整数", "expected a whole number from {low} on"),
    "usage.whole-between": Text(
        "应为 {low} 到 {high} 的整数", "expected a whole number from {low} to {high}"
    ),
    "usage.number": Text("应为数", "expected a number"),
    "usage.number-from": Text("应为不小于 {low} 的数", "expected a number from {low} on"),
    "usage.number-between": Text(
        "应为 {low} 到 {high} 的数", "expected a number from {low} to {high}"
    ),
    "usage.extra": Text(
        "多余的参数：{what}\n提示：`{command} --help` 给出用法和例子",
        "unexpected: {what}\nhint: `{command} --help` shows usage and examples",
    ),
    "usage.no-value": Text(
        "选项 `{name}` 后面缺少值\n提示：`{command} --help` 给出用法",
        "the option `{name}` lacks its value\nhint: `{command} --help` shows the usage",
    ),
    "usage.takes-no-value": Text(
        "选项 `{name}` 不带值\n提示：`{command} --help` 给出用法",
        "the option `{name}` takes no value\nhint: `{command} --help` shows the usage",
    ),
    "usage.other": Text(
        "{why}\n提示：`{command} --help` 给出用法",
        "{why}\nhint: `{command} --help` shows the usage",
    ),
}
