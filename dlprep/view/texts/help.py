"""Words of help pages that belong to no command."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "help.usage": Text("用法：", "Usage: "),
    "help.arguments": Text("参数：", "Arguments:"),
    "help.options": Text("选项：", "Options:"),
    "help.commands": Text("命令：", "Commands:"),
    "help.default": Text("（默认 {value}）", " (default {value})"),
    "help.required": Text("（必填）", " (required)"),
    "help.this-page": Text("显示这个页面", "Show this page"),
    "help.install-completion": Text(
        "为当前的 shell 安装命令补全", "Install completion for this shell"
    ),
    "help.show-completion": Text(
        "显示当前 shell 的补全脚本", "Show the completion script of this shell"
    ),
}
