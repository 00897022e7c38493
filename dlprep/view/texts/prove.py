"""Texts of what an author is told of an exercise that does not prove itself."""

from dlprep.model.text import Text

TEXTS = {
    "prove.unreadable": Text("解答文件无法读取（{why}）", "the solution cannot be read ({why})"),
    "prove.syntax": Text("解答有语法错误：{why}", "syntax error in the solution: {why}"),
    "prove.no-function": Text("解答没有定义 {names}", "the solution does not define {names}"),
    "prove.solution-raises": Text(
        "解答在用例「{case}」上出错：{why}", "the solution fails in the case {case}: {why}"
    ),
    "prove.solution-fails": Text(
        "解答没有通过自己的检查：{functions}", "the solution fails its own check: {functions}"
    ),
    "prove.not-finite": Text(
        "解答自己在检验稳定性的用例中给出 NaN 或无穷：{cases}",
        "the solution itself gives NaN or infinity in cases of the stability axis: {cases}",
    ),
    "prove.property-unused": Text(
        "`properties` 提到 {names}，但没有用例给出这样的结果",
        "`properties` speak of {names}, which no case gives",
    ),
    "prove.starter-passes": Text(
        "起始代码应当得到「尚未实现」，却得到 {verdict}",
        "the starter must be `not-implemented` but is `{verdict}`",
    ),
    "prove.bad-variant": Text(
        "`{code}` 换上后不是合法的 Python：{why}",
        "with `{code}` swapped in this is not Python: {why}",
    ),
    "prove.no-effect": Text(
        "`{code}` 在所有用例上都不改变数值", "`{code}` changes no value on any case"
    ),
    "prove.named-otherwise": Text(
        "`{code}` 与 {named} 给出相同的数值，被认作后者",
        "`{code}` gives the same numbers as {named} and is named so",
    ),
    "prove.unnamed": Text(
        "`{code}` 没有被认出：它只会出错，或每次给出不同的结果",
        "`{code}` is not named: it only raises errors, or gives other results each time",
    ),
}
