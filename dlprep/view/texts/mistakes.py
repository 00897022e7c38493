"""Sentences of pages of mistakes, and of `dlprep mistakes`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "mistakes.help": Text(
        "你自己犯过的错误：几次、最近一次、是否在消退",
        "Your own mistakes: how often, when last, whether they are fading",
    ),
    "mistakes.epilog": examples(
        "dlprep mistakes",
        "dlprep mistakes --unnamed",
        "dlprep mistakes --show 3",
    ),
    "mistakes.unnamed-help": Text(
        "列出没有任何已知错误能解释的文件", "List wrong files that no known mistake explains"
    ),
    "mistakes.show-help": Text("打印其中第 N 个文件", "Print file N of these"),
    "mistakes.forget-help": Text("删除其中第 N 个文件", "Delete file N of these"),
    # a page
    "mistakes.unknown": Text(
        "没有代号为 `{mistake}` 的错误\n提示：`dlprep explain` 列出全部",
        "there is no mistake `{mistake}`\nhint: `dlprep explain` lists them all",
    ),
    "mistakes.unknown-near": Text(
        "没有代号为 `{mistake}` 的错误\n提示：相近的有 {near}",
        "there is no mistake `{mistake}`\nhint: near it: {near}",
    ),
    "mistakes.why": Text("为什么", "why"),
    "mistakes.see": Text("怎样看出来", "to see it"),
    "mistakes.like": Text("例子", "example"),
    "mistakes.in": Text("出现在", "occurs in"),
    "mistakes.you": Text("你", "you"),
    "mistakes.line-missing": Text("（漏写这一行）", "(this line is left out)"),
    "mistakes.from-exercise": Text("出自 {exercise}", "from {exercise}"),
    "mistakes.exercise": Text("1 个练习：{shown}", "1 exercise: {shown}"),
    "mistakes.exercises": Text("{n} 个练习：{shown}", "{n} exercises: {shown}"),
    "mistakes.more-exercises": Text("{n} 个练习：{shown} 等", "{n} exercises: {shown}, …"),
    "mistakes.question": Text("1 道题：{first}", "1 question: {first}"),
    "mistakes.questions": Text("{n} 道题（如 {first}）", "{n} questions, such as {first}"),
    "mistakes.nowhere": Text("目前没有练习或题目", "no exercise or question yet"),
    "mistakes.never": Text("还没有犯过", "never so far"),
    "mistakes.made": Text(
        "{times} 次，最近是{when}在 {subject}", "{times}×, last {when} in {subject}"
    ),
    "mistakes.fading": Text("在消退：此后对了 {right} 次", "fading: right {right}× since"),
    "mistakes.once-right": Text("此后对了 {right} 次", "right {right}× since"),
    "mistakes.still": Text("还没有改过来", "not yet right since"),
    "mistakes.today": Text("今天", "today"),
    "mistakes.yesterday": Text("昨天", "yesterday"),
    "mistakes.days-ago": Text(" {n} 天前", "{n} days ago"),
    # lists
    "mistakes.general": Text("几个主题共有", "Several topics"),
    "mistakes.all": Text(
        "共 {n} 种；`dlprep explain 代号` 解释一种，`dlprep mistakes` 列出你犯过的",
        "{n} mistakes; `dlprep explain CODE` explains one, `dlprep mistakes` lists yours",
    ),
    "mistakes.none": Text(
        "还没有记录到有名字的错误。`dlprep check`、`dlprep quiz` 会记下它们。",
        "No named mistake so far; `dlprep check` and `dlprep quiz` remember them.",
    ),
    "mistakes.more": Text(
        "`dlprep explain {code}` 解释第一种", "`dlprep explain {code}` explains the first"
    ),
    "mistakes.unnamed-count": Text(
        "没有解释的文件：{n} 个（`dlprep mistakes --unnamed`）",
        "wrong files that nothing explains: {n} (`dlprep mistakes --unnamed`)",
    ),
    # files that nothing explains
    "mistakes.kept": Text(
        "没有已知的错误能解释 {functions}。文件的一份副本留在本机 `{folder}`，以便给这种错误起名；"
        "`dlprep mistakes --unnamed` 列出，`--forget N` 删除。",
        "No known mistake explains {functions}. A copy of the file stays on this machine in "
        "`{folder}`, so that the mistake can be given a name; `dlprep mistakes --unnamed` lists "
        "these files, `--forget N` deletes one.",
    ),
    "mistakes.unnamed-none": Text(
        "没有留下未能解释的文件。", "There is no file that nothing explains."
    ),
    "mistakes.seed": Text("种子 {seed}", "seed {seed}"),
    "mistakes.unnamed-more": Text(
        "`--show N` 打印，`--forget N` 删除；都存放在 `{folder}`",
        "`--show N` prints one, `--forget N` deletes one; they lie in `{folder}`",
    ),
    "mistakes.no-such-file": Text(
        "没有第 {n} 个文件\n提示：`dlprep mistakes --unnamed` 列出全部",
        "there is no file {n}\nhint: `dlprep mistakes --unnamed` lists them",
    ),
    "mistakes.forgotten": Text("已删除第 {n} 个文件", "file {n} is deleted"),
}
