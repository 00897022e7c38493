"""Sentences of `dlprep config`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "config.help": Text("查看或修改设置", "Show or change a setting"),
    "config.epilog": examples(
        "dlprep config lang zh",
        "dlprep config banks ~/my-bank",
        "dlprep config background light",
    ),
    "config.key-help": Text(
        "设置项：lang、banks 或 background", "The setting: lang, banks or background"
    ),
    "config.value-help": Text(
        '新的值：zh 或 en；自己的题目文件夹（多个用冒号隔开，"" 清空）；'
        "终端背景：light、dark 或 auto",
        'The new value: zh or en; folders of questions, joined by a colon ("" for none); '
        "the background of the terminal: light, dark or auto",
    ),
    "config.no-such-key": Text(
        "没有设置项 `{key}`\n提示：可用的设置项：`lang`、`banks`、`background`",
        "there is no setting `{key}`\nhint: settings: `lang`, `banks`, `background`",
    ),
    "config.bad-background": Text(
        "背景不能是 `{value}`\n提示：`light`、`dark`，或由终端决定的 `auto`",
        "the background cannot be `{value}`\n"
        "hint: `light`, `dark`, or `auto` for what the terminal says",
    ),
}
