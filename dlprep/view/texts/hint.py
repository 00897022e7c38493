"""Sentences of hints and of the worked solution."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "hint.none": Text(
        "练习 `{id}` 没有提示\n提示：`--give-up` 显示参考答案",
        "there are no hints for `{id}`\nhint: `--give-up` shows the worked solution",
    ),
    "hint.beyond": Text(
        "练习 `{id}` 现在只有 {of} 条提示，没有第 {asked} 条",
        "`{id}` has {of} hints now; there is no hint {asked}",
    ),
    "hint.needless": Text("已经通过，不需要提示。", "This passes; no hint is needed."),
    "hint.title": Text("提示 {number}/{of}", "Hint {number} of {of}"),
    "hint.one-line": Text("可以这样改第 {line} 行：", "One way to mend it is in line {line}:"),
    "hint.line-too-much": Text("第 {line} 行是多余的：", "Line {line} is too much:"),
    "hint.own-name": Text(
        "第 {line} 行不应覆盖 `{name}`：把结果存入新的名字，只供第 {beside} 行使用：",
        "Line {line} must not overwrite `{name}`: give its result a name of its own, "
        "which line {beside} alone reads:",
    ),
    "hint.alike": Text("第 {lines} 行也要同样修改。", "Line {lines} needs the same change."),
    "hint.after": Text("第 {line} 行之后应当有这一行：", "After line {line} this should stand:"),
    "hint.own-array": Text(
        "第 {line} 行不应把结果写进 `{name}`，而要写进新数组：",
        "Line {line} must put its result into a new array, not into `{name}`:",
    ),
    "hint.reads": Text("第 {line} 行应当是：", "Line {line} should read:"),
    "hint.first-in-loop": Text(
        "第 {loop} 行的循环里，开头应当有这一行：",
        "Inside the loop of line {loop}, at its start, this should stand:",
    ),
    "hint.before": Text("第 {line} 行之前应当有这一行：", "Before line {line} this should stand:"),
    "hint.moved-before": Text(
        "第 {line} 行应当移到第 {beside} 行之前：", "Line {line} belongs before line {beside}:"
    ),
    "hint.moved-after": Text(
        "第 {line} 行应当移到第 {beside} 行之后：", "Line {line} belongs after line {beside}:"
    ),
    "hint.moved-after-loop": Text(
        "第 {line} 行应当移到第 {beside} 行的循环结束之后：",
        "Line {line} belongs after the loop of line {beside}:",
    ),
    "hint.moved-last-if": Text(
        "第 {line} 行应当移到第 {beside} 行的条件之下：",
        "Line {line} belongs under the condition of line {beside}:",
    ),
    "hint.moved-after-if": Text(
        "第 {line} 行应当移到第 {beside} 行的条件之外，放在其后：",
        "Line {line} belongs after what stands under the condition of line {beside}:",
    ),
    "hint.moved-before-if": Text(
        "第 {line} 行应当移到第 {beside} 行的条件之前：",
        "Line {line} belongs before the condition of line {beside}:",
    ),
    "hint.term-after-loop": Text(
        "第 {line} 行不应再加 `{term}`；第 {loop} 行的循环结束之后加上这一行：",
        "Line {line} must do without `{term}`; after the loop of line {loop} this should stand:",
    ),
    "hint.moved-first": Text(
        "第 {line} 行应当移到第 {beside} 行的循环体开头：",
        "Line {line} belongs inside the loop of line {beside}, at its start:",
    ),
    "hint.moved-last": Text(
        "第 {line} 行应当移到第 {beside} 行的循环体末尾：",
        "Line {line} belongs inside the loop of line {beside}, at its end:",
    ),
    "hint.solution-line": Text(
        "参考答案里这一步这样写：", "In the worked solution this step reads:"
    ),
    "hint.with-mistake": Text("犯这种错误时常写成：", "With the mistake it often reads:"),
    "hint.line-missing": Text(
        "犯这种错误时常漏写这一行。", "With the mistake this line is often left out."
    ),
    "hint.next": Text("再用一次 `--hint` 看下一条", "`--hint` again gives the next one"),
    "hint.last": Text(
        "这是最后一条；`--give-up` 显示参考答案",
        "this was the last one; `--give-up` shows the worked solution",
    ),
    "hint.last-earned": Text(
        "这是最后一条；`--solution` 显示参考答案",
        "this was the last one; `--solution` shows the worked solution",
    ),
    "hint.locked": Text(
        "`{id}` 的参考答案在通过之后才显示\n"
        "提示：`--hint` 给一条提示；`--give-up` 现在就显示，并记下这一点",
        "the solution of `{id}` is shown once the exercise has passed\n"
        "hint: `--hint` gives a hint; `--give-up` shows it now and remembers that",
    ),
    "hint.solution": Text("{id} 的参考答案", "{id}: the worked solution"),
}
