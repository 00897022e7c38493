"""Sentences of `dlprep config`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "config.help": Text("查看或修改设置", "Show or change a setting"),
    "config.epilog": examples(
        "dlprep config",
        "dlprep config lang zh",
        "dlprep config banks ~/my-bank",
    ),
    "config.key-help": Text("设置项：lang 或 banks", "The setting: lang or banks"),
    "config.value-help": Text(
        '新的值：zh 或 en；或自己的题目文件夹（多个用冒号隔开，"" 清空）',
        'The new value: zh or en; or folders of questions, joined by a colon ("" for none)',
    ),
    "config.no-such-key": Text(
        "没有设置项 `{key}`\n提示：可用的设置项：`lang`、`banks`",
        "there is no setting `{key}`\nhint: settings: `lang`, `banks`",
    ),
}
