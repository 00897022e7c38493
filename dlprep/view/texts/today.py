"""Sentences of today's page, of `dlprep today` and of `dlprep plan`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "today.help": Text(
        "今天的练习：先是到期和最值得学的卡片，再是几道题",
        "Today's session: the cards that are due or worth most, then some questions",
    ),
    "today.epilog": examples("dlprep today", "dlprep today --minutes 15", "dlprep today --json"),
    "today.minutes-help": Text(
        "今天有几分钟（默认按计划，没有计划时 30）",
        "Minutes you have today (default: those of the plan, 30 without one)",
    ),
    "today.json-help": Text(
        "只输出今天的安排（JSON），不开始", "Print the agenda as JSON; start nothing"
    ),
    "today.plan-help": Text(
        "面试日期：每天做什么，到那天预计掌握多少",
        "The date of your interview: what to do each day, what to expect on it",
    ),
    "today.plan-epilog": examples(
        "dlprep plan --date 2027-01-15 --minutes 40",
        "dlprep plan --topics loss --topics optim",
        "dlprep plan --clear",
    ),
    "today.date-help": Text("面试日期，如 2027-01-15", "The date, as 2027-01-15"),
    "today.plan-minutes-help": Text("每天几分钟（默认 30）", "Minutes a day (default 30)"),
    "today.topics-help": Text(
        "只准备这些主题：编号的开头（如 loss）；可重复",
        "Only these topics: the beginning of an id (such as loss); may be repeated",
    ),
    "today.clear-help": Text("取消计划", "Forget the plan"),
    "today.bad-date": Text(
        "看不懂日期 `{date}`\n提示：写成 2027-01-15",
        "cannot read the date `{date}`\nhint: write it as 2027-01-15",
    ),
    "today.past-date": Text(
        "`{date}` 已经过去了\n提示：给一个今天或以后的日期",
        "`{date}` has passed\nhint: give today or a later date",
    ),
    "today.no-date": Text(
        "还没有日期\n提示：`dlprep plan --date 2027-01-15 --minutes 40`",
        "there is no date yet\nhint: `dlprep plan --date 2027-01-15 --minutes 40`",
    ),
    "today.no-topic": Text(
        "主题 `{topics}` 下没有题目\n提示：`dlprep bank coverage` 列出有题目的主题",
        "there are no questions on `{topics}`\n"
        "hint: `dlprep bank coverage` lists the topics that have some",
    ),
    "today.no-topic-near": Text(
        "主题 `{topics}` 下没有题目\n提示：相近的主题有 {near}",
        "there are no questions on `{topics}`\nhint: near it: {near}",
    ),
    "today.cleared": Text("已取消计划", "The plan is forgotten"),
    "today.kept": Text("计划已保存", "The plan is kept"),
    "today.days-left": Text("离面试还有 {n} 天 · {date}", "interview in {n} days · {date}"),
    "today.tomorrow": Text("明天面试 · {date}", "interview tomorrow · {date}"),
    "today.today": Text("今天面试", "interview today"),
    "today.after": Text("面试日期已过 · 长期复习", "after the interview · long-term mode"),
    "today.no-plan": Text("长期复习（没有日期）", "long-term mode (no date)"),
    "today.label-today": Text("今天", "Today"),
    "today.label-ready": Text("掌握", "Ready"),
    "today.label-weak": Text("薄弱", "Weak"),
    "today.label-fading": Text("要改", "Slips"),
    "today.label-why": Text("理由", "Why"),
    "today.minutes": Text("{n} 分钟", "{n} min"),
    "today.cards-due": Text("到期 {n} 张", "{n} cards due"),
    "today.cards-more": Text("另选 {n} 张", "{n} more"),
    "today.cards-new": Text("新卡 {n} 张", "{n} new"),
    "today.quiz": Text("测验 {n} 题", "{n} quiz"),
    "today.derivation": Text("推导 1 道", "1 derivation"),
    "today.exercise": Text("编程 1 道", "1 exercise"),
    "today.go": Text("▸ dlprep today", "▸ dlprep today"),
    "today.score": Text("{now} %（{low}–{high}）", "{now} %  ({low}–{high})"),
    "today.if-kept": Text(
        "每天坚持 {minutes} 分钟：{kept} %", "if you keep {minutes} min a day: {kept} %"
    ),
    "today.if-missed": Text(
        "今天不学：少 {points} 个百分点", "missing today costs {points} points"
    ),
    "today.no-loss": Text("今天休息几乎没有影响", "missing today would cost next to nothing"),
    "today.weak-leaf": Text("{leaf} {mastery} %", "{leaf} {mastery} %"),
    "today.times": Text("「{name}」本周 {n} 次", "“{name}” {n}× this week"),
    "today.why-goal": Text(
        "选的是每分钟让面试那天的分数涨得最多的卡片",
        "chosen for the points each minute adds to the score on that day",
    ),
    "today.why-due": Text(
        "快要忘记的先复习，问得多的主题先学",
        "what fades first, and new cards of what interviews ask most",
    ),
    "today.enough": Text(
        "现在多学几乎不再提高分数：今天可以休息",
        "more work adds almost nothing now: you may rest today",
    ),
    "today.start": Text(
        "从这里开始：`dlprep today`；有面试日期：`dlprep plan --date 2027-01-15 --minutes 40`",
        "Start with `dlprep today`. You have a date? `dlprep plan --date 2027-01-15 --minutes 40`",
    ),
    "today.begin": Text("从这里开始：`dlprep today`", "Start with `dlprep today`"),
    "today.more": Text(
        "统计：`dlprep stats` · 全部命令：`dlprep --help`",
        "How you stand: `dlprep stats` · all commands: `dlprep --help`",
    ),
    "today.now-quiz": Text("接下来：{n} 道题", "Next: {n} questions"),
    "today.then": Text("然后：{what}", "Then: {what}"),
    "today.date": Text("{month}{day}日", "{day} {month}"),
}
