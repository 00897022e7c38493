"""Sentences of `dlprep derive`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "derive.help": Text(
        "一行一行地推导，每一行都会被检查",
        "Derive a result line by line, with every line checked",
    ),
    "derive.epilog": examples(
        "dlprep derive softmax-ce-gradient my-derivation.md",
        "dlprep derive softmax-ce-gradient --show",
        "dlprep derive softmax-jacobian --sympy",
        then=Text(
            "每行写一步：`∂L/∂z = p − y`，LaTeX、NumPy 或 Unicode 都可以。\n"
            "退出码：0 推对了，1 有错或没有推完，2 用法不对或没有公式",
            "One step a line, such as `∂L/∂z = p − y`, in LaTeX, NumPy or Unicode.\n"
            "Exit code: 0 right, 1 wrong or not finished, 2 called wrongly or no formula found",
        ),
    ),
    "derive.id-help": Text(
        "推导题的 id；不给出时列出所有推导题", "Which derivation; without one, all are listed"
    ),
    "derive.file-help": Text(
        "写好的推导（.md、.tex、.txt，`-` 为标准输入）；不给出时逐行输入",
        "Your derivation (.md, .tex, .txt, or `-` for standard input); without one you type it",
    ),
    "derive.show-help": Text("显示完整的推导", "Show the worked derivation"),
    "derive.sympy-help": Text(
        "显示完整的推导，旁边是 SymPy 在很小的形状上直接求出的导数",
        "Show the worked derivation, and beside it what SymPy derives by itself on tiny shapes",
    ),
    "derive.hint-help": Text("显示第 N 条提示", "Show hint N"),
    "derive.anew-help": Text("不接着上次的草稿", "Start anew instead of going on with the draft"),
    "derive.no-file": Text("读不了 `{file}`：{why}", "cannot read `{file}`: {why}"),
    "derive.no-such-id": Text(
        "没有推导题 `{id}`\n提示：`dlprep derive` 列出所有推导题",
        "there is no derivation `{id}`\nhint: `dlprep derive` lists all derivations",
    ),
    "derive.no-such-id-near": Text(
        "没有推导题 `{id}`\n提示：相近的有 {near}",
        "there is no derivation `{id}`\nhint: near it: {near}",
    ),
    "derive.other-kind": Text(
        "`{id}` 不是推导题（它的类型是 {kind}）\n提示：`dlprep derive` 列出所有推导题",
        "`{id}` is no derivation (its kind is {kind})\nhint: `dlprep derive` lists all derivations",
    ),
    "derive.no-formula": Text(
        "没有找到公式\n提示：每行写一步，例如 `∂L/∂z = p − y`",
        "no formula was found\nhint: write one step a line, such as `∂L/∂z = p − y`",
    ),
    "derive.no-hint": Text(
        "这道题共 {count} 条提示，没有第 {number} 条",
        "there is no hint {number}, only {count} of them",
    ),
    "derive.no-definition": Text(
        "`{text}` 应当写成 `名字 = 公式`", "`{text}` should be `name = formula`"
    ),
    "derive.circular": Text(
        "这些定义互相依赖：{names}", "these definitions depend on one another: {names}"
    ),
    "derive.jacobian": Text(
        "数组对数组的导数有多种排法，这一行没有判断；请写成分量，如 `∂p_i/∂z_j`",
        "an array differentiated by an array can be laid out in several ways, so this line was not "
        "judged; write entries such as `∂p_i/∂z_j`",
    ),
    "derive.unused": Text(
        "被求导的量还没有用 {name} 表示，这一行没有判断；请先写出它与 {name} 的关系，"
        "如 `f = … {name} …`",
        "what is differentiated has not been written in terms of {name}, so this line was not "
        "judged; say first how it depends on {name}, such as `f = … {name} …`",
    ),
    "derive.still-derivative": Text(
        "值是对的，但右边还有没求出来的导数",
        "the value is right, but a derivative is still left on the right-hand side",
    ),
    "derive.still-names": Text(
        "值是对的，但还要算出数", "the value is right, but a number is asked for"
    ),
    "derive.refuted": Text("在 {at} 处不成立", "it does not hold at {at}"),
    "derive.given": Text("已知", "Given"),
    "derive.goal": Text("目标", "Goal"),
    "derive.assume": Text("条件", "Where"),
    "derive.minutes": Text("目标 {minutes} 分钟", "target {minutes} min"),
    "derive.first-wrong": Text("第一处错误", "first wrong line"),
    "derive.read-as": Text("读作  {text}", "read as  {text}"),
    "derive.if": Text("前提：{assumption}", "if {assumption}"),
    "derive.apart": Text(
        "例如{at}：你的值 {yours}，应为 {right}", "e.g. {at}: yours {yours}, right {right}"
    ),
    "derive.apart-plain": Text(
        "在一个随机点上：你的值 {yours}，应为 {right}",
        "at a random point: yours {yours}, right {right}",
    ),
    "derive.likely": Text("看起来：{slips}", "It looks like this: {slips}"),
    "derive.or": Text(" 或者 ", " or "),
    "derive.status-right": Text("成立", "holds"),
    "derive.status-assuming": Text("在前提下成立", "holds under an assumption"),
    "derive.status-rounded": Text("四舍五入后相等", "equal when rounded"),
    "derive.status-given": Text("重述已知", "restates what is given"),
    "derive.status-defined": Text("定义", "a definition"),
    "derive.status-wrong": Text("不成立", "wrong"),
    "derive.status-carried": Text("由错误的一行推出", "follows from the wrong line"),
    "derive.status-after": Text("在错误之后，没有判断", "after a mistake, not judged"),
    "derive.status-undecided": Text("无法判断", "cannot decide"),
    "derive.status-unread": Text("读不懂", "not read"),
    "derive.status-not-refuted": Text("试了 200 个点，没有反例", "not refuted at 200 points"),
    "derive.status-remark": Text("不是公式", "no formula"),
    "derive.ending-right": Text("✓ 推对了", "✓ right"),
    "derive.ending-wrong": Text(
        "✗ 第 {number} 行是第一处错误", "✗ line {number} is the first wrong one"
    ),
    "derive.ending-unfinished": Text(
        "每一行都成立，但还没有得到 {missing}", "every line holds, but {missing} is still missing"
    ),
    "derive.ending-form": Text("值是对的，形式还不对：{why}", "right in value, not in form: {why}"),
    "derive.ending-undecided": Text(
        "最后一行无法判断，不计为错", "the last line cannot be decided; it does not count as wrong"
    ),
    "derive.ending-empty": Text("还没有公式", "no formula yet"),
    "derive.listed": Text(
        "`dlprep derive ID` 开始一道，`--show` 看完整推导",
        "`dlprep derive ID` starts one, `--show` shows it worked out",
    ),
    "derive.sympy": Text(
        "SymPy 只根据已知条件求导（每个维度取 2）：",
        "SymPy differentiates what is given, by itself, with every dimension of size 2:",
    ),
    "derive.sympy-agrees": Text(
        "✓ 与 `{answer}` 相等（{count} 个分量，每个都在 4 个点上比较）",
        "✓ equal to `{answer}` (all {count} entries, each compared at 4 points)",
    ),
    "derive.sympy-differs": Text("✗ 与 `{answer}` 不相等", "✗ not equal to `{answer}`"),
    "derive.sympy-none": Text(
        "`{answer}` 不是能交给 SymPy 求的导数，它由数值比较验证",
        "`{answer}` is no derivative for SymPy to take; it is proved by comparing values",
    ),
    "derive.sympy-more": Text("… 另有 {count} 个分量", "… and {count} more entries"),
    "derive.none": Text("题库里还没有推导题", "there are no derivations in this bank yet"),
    "derive.resumed": Text(
        "接着上次的草稿（{count} 行）", "going on with your draft; lines so far: {count}"
    ),
    "derive.keys": Text(
        "enter 加一行  e 3 改第 3 行  u 撤销  h 提示  ? 帮助  ctrl-d 完成  q 存草稿退出",
        "enter add line  e 3 edit line 3  u undo  h hint  ? help  ctrl-d finish  q keep and quit",
    ),
    "derive.more-keys": Text(
        "每行写一步：`∂L/∂z = p − y`，也可以接着写 `= …`。行尾是 \\ 时下一行接着写。",
        "One step a line, such as `∂L/∂z = p − y`; `= …` goes on from the line before. A line that "
        "ends in \\ goes on in the next.",
    ),
    "derive.undone": Text("已去掉最后一行", "the last line is taken out"),
    "derive.nothing": Text("没有可以撤销的行", "there is no line to take out"),
    "derive.no-line": Text("没有第 {number} 行", "there is no line {number}"),
    "derive.edit": Text(
        "改第 {number} 行（留空则删去）", "line {number} anew (empty takes it out)"
    ),
    "derive.no-more-hints": Text("没有更多提示了", "there are no more hints"),
    "derive.hint": Text("提示 {number}/{of}", "hint {number} of {of}"),
    "derive.kept": Text(
        "草稿已保存，`dlprep derive {id}` 接着做",
        "your draft is kept; `dlprep derive {id}` goes on with it",
    ),
    "derive.back": Text("{days} 天后再来", "comes back in {days} days"),
}
