"""Sentences of the program as a whole."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "app.help": Text(
        "在终端里准备深度学习面试：测验、闪卡，以及能说出你错在哪里的代码检查。",
        "Prepare for deep-learning interviews at the terminal: quiz, flashcards, and a code "
        "check that names your mistake.",
    ),
    "app.epilog": Text(
        "例：dlprep quiz --topic loss ·  dlprep flashcards  ·  dlprep check solution.py",
        "Examples: dlprep quiz --topic loss ·  dlprep flashcards  ·  dlprep check solution.py",
    ),
    "app.version-help": Text("显示版本后退出", "Show the version and exit"),
    "app.lang-help": Text(
        "界面与题目的语言：zh 或 en（默认取自设置，其次系统区域）",
        "Language of interface and questions: zh or en (default: your setting, then the locale)",
    ),
    "app.bank-help": Text("改用这个文件夹里的题库", "Use the question bank in this folder"),
    "app.json-help": Text("以 JSON 输出", "Print JSON"),
    "app.bad-lang": Text(
        "不认识的语言 `{lang}`\n提示：可选 `zh` 或 `en`",
        "unknown language `{lang}`\nhint: choose `zh` or `en`",
    ),
    "app.config-unreadable": Text(
        "设置文件无法读取（{why}）\n提示：修正它，或删除它以恢复默认设置",
        "the settings cannot be read ({why})\nhint: mend the file, or delete it to start afresh",
    ),
    "app.config-unwritable": Text("设置无法保存（{why}）", "the settings cannot be saved ({why})"),
    "app.bug": Text(
        "dlprep 内部出错：{what}\n你的进度没有丢失。详情记录在 `{log}`",
        "something went wrong inside dlprep: {what}\nYour progress is safe. Details are in `{log}`",
    ),
    "app.bug-unlogged": Text(
        "dlprep 内部出错：{what}\n你的进度没有丢失。详情无法写入 `{log}`",
        "something went wrong inside dlprep: {what}\n"
        "Your progress is safe. Details could not be written to `{log}`",
    ),
    "app.interrupted": Text("已中断，已保存的内容不会丢失", "interrupted; what was saved is kept"),
    "app.error": Text("错误", "error"),
}
