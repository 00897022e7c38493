"""Sentences of `dlprep check --explain`."""

from __future__ import annotations

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "symbols.title": Text("`{function}` 的符号推演，{sizes}", "`{function}` in symbols, {sizes}"),
    "symbols.nothing": Text(
        "没有要解释的：没有函数给出错误的数值",
        "nothing to explain: no function gives a wrong value",
    ),
    "symbols.yours": Text("你的", "yours"),
    "symbols.right": Text("正确", "right"),
    "symbols.too-long": Text("（式子太长，不显示）", "(too long to show)"),
    "symbols.all-too-long": Text(
        "错误元素的式子太长，不显示", "the wrong entries are too long to be shown in symbols"
    ),
    "symbols.steps-right": Text("按名字看，正确：{names}", "right, going by the names: {names}"),
    "symbols.step-wrong": Text("第一个错的：{name}", "the first wrong one: {name}"),
    "symbols.step-wrong-at": Text(
        "第一个错的：{name}（第 {line} 行）", "the first wrong one: {name} (line {line})"
    ),
    "symbols.missing": Text("缺少一项 {term}", "the term {term} is missing"),
    "symbols.extra": Text("多了一项 {term}", "the term {term} is too much"),
    "symbols.sign": Text("{term} 这一项符号反了", "the term {term} has the wrong sign"),
    "symbols.sign-of-all": Text("符号反了", "the sign is wrong"),
    "symbols.factor": Text(
        "{term} 这一项多乘了 {factor}", "the term {term} is taken {factor} times"
    ),
    "symbols.ratio": Text("是正确值的 {ratio} 倍", "it is {ratio} times the right value"),
    "symbols.zero": Text("得到的是 0", "it is 0"),
    "symbols.instead": Text("{yours} 应为 {right}", "{yours} stands where {right} belongs"),
    "symbols.refused": Text("第 {line} 行无法追踪：{what}", "cannot trace line {line}: {what}"),
    "symbols.refused-somewhere": Text("无法追踪：{what}", "cannot be traced: {what}"),
    "symbols.other-values": Text(
        "无法推演：追踪得到的数值与直接运行的不同",
        "no explanation in symbols: the traced values are not those of the plain run",
    ),
    "symbols.our-fault": Text(
        "无法推演：dlprep 自己出错了（{what}）",
        "no explanation in symbols: a fault in dlprep itself ({what})",
    ),
    "symbols.by-chance": Text(
        "结果取决于随机数，不能用符号推演", "its results depend on chance and have no formula"
    ),
    "symbols.observed": Text(
        "这道题看的是程序的行为，不能用符号推演",
        "what is judged here is behaviour, which has no formula",
    ),
    "symbols.no-case": Text(
        "无法推演：没有足够小的用例能显示这个错误",
        "no explanation in symbols: no case that is small enough shows the mistake",
    ),
    "symbols.ended": Text(
        "无法推演：程序没有运行到最后",
        "no explanation in symbols: the program did not run to the end",
    ),
    "symbols.unreadable": Text(
        "无法推演：程序送回的内容无法读取",
        "no explanation in symbols: what the program sent back cannot be read",
    ),
}
