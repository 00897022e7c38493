"""Sentences about the key points seen in an answer."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "evidence.yours": Text("你的回答", "Your answer"),
    "evidence.list": Text(
        "只有关键词，没有成句：请说明其中的机制",
        "these are terms, not sentences: explain the mechanism",
    ),
    "evidence.bonus": Text("（加分）", " (bonus)"),
    "evidence.state.found": Text("找到", "found"),
    "evidence.state.contradicted": Text("相反", "contradicted"),
    "evidence.state.maybe": Text("存疑", "maybe"),
    "evidence.state.missing": Text("没找到", "not found"),
    "evidence.said.yes": Text("说到了", "said"),
    "evidence.said.half": Text("说到一半", "half said"),
    "evidence.said.no": Text("没说到", "not said"),
    "evidence.confirm": Text(
        "对照你的回答，逐个要点确认；找词只是建议，由你来定",
        "Point by point: did your answer say it? The search only suggests, you decide",
    ),
    "evidence.checklist": Text(
        "对照你的回答，逐个要点打勾", "Point by point: did your answer say it?"
    ),
    "evidence.distrusted": Text(
        "这题的建议常常与你的判断不同，所以不再给出建议（`dlprep stats --grader`）",
        "suggestions for this question often differed from your judgement, so none are made "
        "(`dlprep stats --grader`)",
    ),
    "evidence.keys": Text(
        "回车 同意  y 说到了  h 一半  n 没说到  u 退回  q 退出",
        "enter agree  y said  h half  n not said  u back  q quit",
    ),
    "evidence.keys-plain": Text(
        "y 说到了  h 一半  n 没说到  u 退回  q 退出", "y said  h half  n not said  u back  q quit"
    ),
    "evidence.range": Text(
        "得分在 {low} % 到 {high} % 之间，需要人来确认",
        "a score between {low} % and {high} %; needs review",
    ),
    "evidence.range-one": Text(
        "找到的要点合 {low} %，需要人来确认", "points found come to {low} %; needs review"
    ),
    "evidence.score": Text("得分 {share} % · {own}", "score {share} % · {own}"),
    "evidence.lacking": Text("还缺", "Not fully there"),
    "evidence.belief": Text("这里有个误解：", "A misconception:"),
    # stats --grader
    "evidence.grader": Text("找要点的建议有多准", "How often suggestions were right"),
    "evidence.grader-none": Text(
        "还没有确认过的回答；`dlprep quiz --kind short,open` 里确认几次再来看",
        "no confirmed answers yet; confirm some in `dlprep quiz --kind short,open`",
    ),
    "evidence.grader-counts": Text("{n} 次回答 · {clear} 个要点", "answers: {n} · points: {clear}"),
    "evidence.grader-checklist": Text("只列要点", "checklist only"),
    "evidence.grader-total": Text(
        "一共 {clear} 个有建议的要点，{share} % 与你的判断一致",
        "of {clear} points with a suggestion, {share} % were as you judged",
    ),
    "evidence.grader-rule": Text(
        "确认过 10 个要点之后低于 60 % 的题不再给建议；「存疑」不计入",
        "after 10 confirmed points a question below 60 % makes no suggestions; maybes do not count",
    ),
    # JSON lines
    "evidence.json-nothing": Text(
        "没有等待确认的回答", "there is no answer waiting to be confirmed"
    ),
    "evidence.json-bad": Text(
        'confirm 应为要点的键到 true、false 或 "half" 的对象；要点有 {keys}',
        'confirm must map keys of points to true, false or "half"; the points are {keys}',
    ),
    "evidence.json-undecided": Text(
        "这些要点没有明确的建议，请逐个给出：{keys}",
        "no clear suggestion was made for these points, so say each: {keys}",
    ),
}
