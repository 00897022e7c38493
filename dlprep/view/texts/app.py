"""Sentences of the program as a whole."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "app.help": Text(
        "在终端里准备深度学习面试：测验、闪卡，以及能说出你错在哪里的代码检查。",
        "Prepare for deep-learning interviews at the terminal: quiz, flashcards, and a code "
        "check that names your mistake.",
    ),
    "app.epilog": examples(
        "dlprep quiz --topic loss",
        "dlprep flashcards",
        "dlprep check solution.py",
    ),
    "app.today": Text("今天的练习", "Today's session: what is due or worth most"),
    "app.plan": Text("面试日期和每天的时间", "The date of your interview, and minutes a day"),
    "app.stats": Text("统计：你掌握得怎样", "How you stand, topic by topic and day by day"),
    "app.quiz": Text("测验：到期的、薄弱的和新的题目", "Be asked what is due, weak and new"),
    "app.flashcards": Text("闪卡：在快要忘记时复习", "Review cards just before you forget them"),
    "app.check": Text("检查你写的代码，指出错在哪里", "Check your own code and name its mistake"),
    "app.code": Text(
        "限时编程：计时、提交、历史用时", "Code against the clock, and see your times"
    ),
    "app.project": Text(
        "讲好自己的项目：写、追问、掐表",
        "Your own project: write it, be asked, tell it by the clock",
    ),
    "app.derive": Text("逐行推导，每一行都检查", "Derive a result, with every line checked"),
    "app.explain": Text("解释一种有名字的错误", "Explain a named mistake"),
    "app.mistakes": Text("你自己犯过的错误", "Your own mistakes"),
    "app.ask": Text("给一道题的一个答案评分，不记录", "Grade one answer, recording nothing"),
    "app.equal": Text("判断两个公式是否相等", "Decide whether two formulas are equal"),
    "app.bank": Text("检查、浏览和编写题目", "Check, browse and write questions"),
    "app.export": Text("把卡片导出到 Anki 或表格", "Write the cards for Anki or as a table"),
    "app.import": Text("导入在 Anki 里做的复习", "Bring in reviews done in Anki"),
    "app.log": Text("你的学习记录", "The log of everything you did"),
    "app.config": Text("查看或修改设置", "Show or change a setting"),
    "app.doctor": Text("检查 dlprep 在这台机器上是否正常", "Examine dlprep on this machine"),
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
    "app.not-json": Text("不是合法的 JSON", "this is not JSON"),
    "app.not-an-object": Text("不是一个 JSON 对象", "not a JSON object"),
    "app.config-unwritable": Text("设置无法保存（{why}）", "the settings cannot be saved ({why})"),
    "app.refused": Text(
        "{where}{why}\n提示：检查磁盘空间和权限；之前保存的都在",
        "{where}{why}\nhint: check free space and permissions; what was saved is kept",
    ),
    "app.refused-name": Text(
        "{where}{why}\n提示：给出短一些的名字", "{where}{why}\nhint: give a shorter name"
    ),
    "app.no-home": Text(
        "找不到你的主文件夹\n提示：用环境变量 `DLPREP_HOME` 指定一个文件夹",
        "your home folder cannot be found\nhint: name a folder in `DLPREP_HOME`",
    ),
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
    "app.error": Text("错误：", "error: "),
}
