"""Sentences of `dlprep stats`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "stats.help": Text(
        "统计：各主题的掌握程度、记忆、每天的练习、犯过的错误",
        "How you stand: topics, memory, days, mistakes, exercises",
    ),
    "stats.epilog": examples(
        "dlprep stats", "dlprep stats --leaves", "dlprep stats --csv days > days.csv"
    ),
    "stats.leaves-help": Text("逐个主题列出", "List every topic"),
    "stats.grader-help": Text(
        "简答题里找要点的建议与你的判断有多一致，逐题列出",
        "How often suggestions about your written answers were as you judged, by question",
    ),
    "stats.csv-help": Text(
        "输出一张 CSV 表，如 days、leaves、calibration；写错表名会列出全部",
        "Print a table as CSV, as days, leaves or calibration; a wrong name lists them all",
    ),
    "stats.no-table": Text(
        "没有表 `{table}`\n提示：可选 {known}", "there is no table `{table}`\nhint: choose {known}"
    ),
    "stats.nothing": Text(
        "还没有练习记录。从 `dlprep today` 开始，之后这里会有统计",
        "Nothing has been practised yet: begin with `dlprep today`, and this page fills",
    ),
    "stats.map": Text("掌握程度", "Topics"),
    "stats.legend": Text(
        "░ <25  ▒ <50  ▓ <75  █ 75–100 %  · 没做过", "░ <25  ▒ <50  ▓ <75  █ 75–100 %  · not yet"
    ),
    "stats.memory": Text("记忆（30 天）", "Memory, 30 days"),
    "stats.tested": Text("{n} 次复习", "reviews: {n}"),
    "stats.retention": Text(
        "记得 {kept} %，预测 {expected} %（┃ 是预测）",
        "remembered {kept} %, predicted {expected} %  (┃ marks the prediction)",
    ),
    "stats.class": Text("预测 {low}–{high}", "at {low}–{high} %"),
    "stats.happened": Text("{share} % · {n} 次", "{share} % of {n}"),
    "stats.ahead": Text("今后到期", "Coming due"),
    "stats.ahead-total": Text("{days} 天共 {n} 张，从今天起", "{n} in {days} days, from today"),
    "stats.days": Text("练习的日子", "Days"),
    "stats.streak": Text(
        "连续 {n} 天 · 半年内 {days} 天 · {hours} 小时",
        "{n} in a row · {days} in half a year · {hours} h",
    ),
    "stats.weekday-0": Text("一", "Mo"),
    "stats.weekday-1": Text("二", "Tu"),
    "stats.weekday-2": Text("三", "We"),
    "stats.weekday-3": Text("四", "Th"),
    "stats.weekday-4": Text("五", "Fr"),
    "stats.weekday-5": Text("六", "Sa"),
    "stats.weekday-6": Text("日", "Su"),
    "stats.times": Text("时间（30 天）", "Time, 30 days"),
    "stats.spent": Text(
        "{minutes} 分钟 · {n} 次 · 每次 {each} 秒", "{minutes} min · {n} × {each} s"
    ),
    "stats.kind-flashcard": Text("闪卡", "flashcards"),
    "stats.kind-question": Text("测验", "quiz"),
    "stats.kind-choice": Text("选择题", "choice"),
    "stats.kind-numeric": Text("计算题", "numeric"),
    "stats.kind-formula": Text("公式题", "formula"),
    "stats.kind-derivation": Text("推导", "derivation"),
    "stats.kind-short": Text("简答", "short answer"),
    "stats.kind-open": Text("开放题", "open question"),
    "stats.kind-card": Text("问答卡", "question card"),
    "stats.mistakes": Text("有名字的错误", "Named mistakes"),
    "stats.mistakes-more": Text("dlprep mistakes", "dlprep mistakes"),
    "stats.fading": Text("正在消退", "fading"),
    "stats.still": Text("还在犯", "still made"),
    "stats.exercises": Text("编程练习", "Exercises"),
    "stats.checks": Text("检查 {n} 次", "checks: {n}"),
    "stats.minutes": Text("用时 {n} 分钟", "{n} min"),
    "stats.best": Text("最快 {best}（目标 {target} 分钟）", "best {best} of {target} min"),
    "stats.pace": Text("运行时间是参考的 {times} 倍", "runs {times}× the reference"),
    "stats.exercises-more": Text(
        "还有 {n} 个：`dlprep stats --csv exercises`", "{n} more: `dlprep stats --csv exercises`"
    ),
    "stats.more": Text(
        "逐个主题：`dlprep stats --leaves`；数据：`--json`、`--csv`",
        "Topic by topic: `dlprep stats --leaves`; as data: `--json`, `--csv`",
    ),
}
