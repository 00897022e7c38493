"""Sentences of the page with the figures of the bank."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "figures.head": Text(
        "# 题库的各项数字\n\n"
        "由 `make figures`（`dlprep bank figures`）生成；有测试保证与题库一致。\n",
        "# The question bank in figures\n\n"
        "Written by `make figures` (`dlprep bank figures`); a test holds this page equal to the"
        " bank.\n",
    ),
    "figures.total": Text(
        "{items} 道题，分布在大纲的 {leaves} 个知识点上；其中 {bilingual} 道有中英两种文字："
        "中文约 {zh:,} 字词，英文约 {en:,} 词。\n",
        "{items} questions on {leaves} leaves of the outline, {bilingual} of them in Chinese and in"
        " English: about {zh:,} Chinese characters and words, {en:,} English words.\n",
    ),
    "figures.kinds": Text("## 各部分的题型\n", "## By branch and kind\n"),
    "figures.ways": Text(
        "## 各部分的验证方式\n\n*computed*：每次抽新的数，逐一求出答案；*derived*：由公式引擎、"
        "有限差分或 SymPy 证明；*tested*：运行答案，通过全部用例和旁证；*reviewed*：由只看题面的人"
        "重新作答核对过；*draft*：尚未核对。\n",
        "## By branch and way of verification\n\n*computed*: fresh numbers are drawn and every"
        " answer is evaluated; *derived*: proved by\nthe formula engine, finite differences or"
        " SymPy; *tested*: the solution is run against its cases and witnesses;\n*reviewed*:"
        " answered again by somebody who saw only the question; *draft*: not yet.\n",
    ),
    "figures.lengths": Text(
        "## 选项长度透露什么\n\n"
        "选项显示时会打乱。下表是单选题里总选最长（或最短）的选项能答对的比例"
        "（并列时任选其一）。某一部分或全部题目里，如果这样做比随机好得多（概率低于 0.001），"
        "`dlprep bank lint` 会提醒。\n",
        "## What the length of an option tells\n\nOptions are shuffled when they are shown. Of the"
        " choices with one right option, this share is right for somebody\nwho always picks the"
        " longest or the shortest option (one of them where several are equally long).\n"
        "`dlprep bank lint` warns where either beats chance in a branch, or over all, with a"
        " probability below 0.001.\n",
    ),
    "figures.ranks": Text(
        "有四个选项的单选题里，正确选项按长度排第几：\n",
        "In the choices with one right option of four, that option is by its length:\n",
    ),
    "figures.several": Text(
        "{count} 道多选题里，正确选项的平均长度大于错误选项的，中文有 {zh} 道，英文有 {en} 道。\n",
        "Of {count} choices with several right options, these are longer on average than the wrong"
        " ones in {zh} (Chinese)\nand {en} (English).\n",
    ),
    "figures.branch": Text("部分", "branch"),
    "figures.leaves": Text("知识点", "leaves"),
    "figures.all": Text("合计", "all"),
    "figures.choices": Text("单选题", "choices"),
    "figures.chance": Text("随机", "chance"),
    "figures.longest": Text("最长", "longest"),
    "figures.second": Text("第二", "second"),
    "figures.third": Text("第三", "third"),
    "figures.shortest": Text("最短", "shortest"),
}
