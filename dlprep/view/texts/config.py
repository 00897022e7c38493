"""Sentences of `dlprep config`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "config.help": Text("查看或修改设置", "Show or change a setting"),
    "config.epilog": examples(
        "dlprep config",
        "dlprep config lang zh",
    ),
    "config.key-help": Text("设置项：lang", "The setting: lang"),
    "config.value-help": Text("新的值，例如 zh 或 en", "The new value, such as zh or en"),
    "config.no-such-key": Text(
        "没有设置项 `{key}`\n提示：可用的设置项：`lang`",
        "there is no setting `{key}`\nhint: settings: `lang`",
    ),
}
