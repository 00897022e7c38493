"""Sentences about the witnesses of a reference."""

from __future__ import annotations

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "witness.none": Text(
        "没有任何见证：写出 `gradients`，或在 `witnesses` 里列出测试中与之比较的库",
        "no witness: declare `gradients`, or list in `witnesses` the libraries that the tests"
        " compare it with",
    ),
    "witness.traces-after-all": Text(
        "`untraced` 说 {declared} 不能追踪，但解答现在可以追踪：删去这一行",
        "`untraced` says that {declared} cannot be traced, but the solution can be traced now:"
        " remove the line",
    ),
    "witness.not-traced": Text(
        "无法追踪：{what}；若无法避免，在题目里写 `untraced: {what}`",
        "cannot be traced: {what}; if that cannot be helped, write `untraced: {what}` in the"
        " exercise",
    ),
    "witness.no-result": Text(
        "`gradients` 说的 {names}，没有一次调用给出这样的结果",
        "`gradients` speak of {names}, which no call gives",
    ),
    "witness.unchecked": Text(
        "{witness}：没有一个用例能检验 {output} = ∂/∂{wrt}；检查 `gradients` 里的名称",
        "{witness}: there is no case on which {output} = ∂/∂{wrt} can be checked; see whether the"
        " names in `gradients` are right",
    ),
    "witness.wrong": Text(
        "{witness}：{output} = ∂({of})/∂{wrt} 不成立，用例 {case}：解答给出 {ours}，应为 {theirs}",
        "{witness}: {output} = ∂({of})/∂{wrt} does not hold on {case}: the solution says {ours},"
        " it should be {theirs}",
    ),
}
