"""What can be said of a wrong output from its numbers alone."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "fact.term-missing": Text(
        "`{output}` 少了一项 `{term}`，其余都对",
        "`{output}` lacks the term `{term}`; all the rest is right",
    ),
    "fact.term-sign": Text(
        "`{output}` 里 `{term}` 这一项符号反了，其余都对",
        "the term `{term}` of `{output}` has the opposite sign; all the rest is right",
    ),
    "fact.term-twice": Text(
        "`{output}` 里 `{term}` 这一项是应有值的 2 倍，其余都对",
        "the term `{term}` of `{output}` is twice what it must be; all the rest is right",
    ),
    "fact.term-half": Text(
        "`{output}` 里 `{term}` 这一项只有应有的一半，其余都对",
        "the term `{term}` of `{output}` is half of what it must be; all the rest is right",
    ),
    "fact.not-finite": Text(
        "`{output}` 在「{cases}」上出现 NaN 或无穷",
        "`{output}` holds NaN or infinity for {cases}",
    ),
    "fact.not-finite-in-more": Text(
        "`{output}` 在「{cases}」以及另外 {more} 个用例上出现 NaN 或无穷",
        "`{output}` holds NaN or infinity for {cases}, and for {more} more",
    ),
    "fact.size-one": Text(
        "`{output}` 只在 {size} = 1 的用例中正确",
        "`{output}` is right in the cases with {size} = 1 and in no others",
    ),
    "fact.only-last-entry": Text(
        "`{output}` 只有最后一个元素正确", "only the last entry of `{output}` is right"
    ),
    "fact.only-last-row": Text(
        "`{output}` 只有最后一行正确", "only the last row of `{output}` is right"
    ),
    "fact.only-last-column": Text(
        "`{output}` 只有最后一列正确", "only the last column of `{output}` is right"
    ),
    "fact.only-last-index": Text(
        "`{output}` 沿轴 {axis} 只有最后一个位置正确",
        "`{output}` is right only at the last index of axis {axis}",
    ),
    "fact.only-first-entry": Text(
        "`{output}` 只有第一个元素正确", "only the first entry of `{output}` is right"
    ),
    "fact.only-first-row": Text(
        "`{output}` 只有第一行正确", "only the first row of `{output}` is right"
    ),
    "fact.only-first-column": Text(
        "`{output}` 只有第一列正确", "only the first column of `{output}` is right"
    ),
    "fact.only-first-index": Text(
        "`{output}` 沿轴 {axis} 只有第一个位置正确",
        "`{output}` is right only at the first index of axis {axis}",
    ),
    "fact.wrong-only-last-entry": Text(
        "`{output}` 的错误只出现在最后一个元素", "`{output}` is wrong only in its last entry"
    ),
    "fact.wrong-only-last-row": Text(
        "`{output}` 的错误只出现在最后一行", "`{output}` is wrong only in its last row"
    ),
    "fact.wrong-only-last-column": Text(
        "`{output}` 的错误只出现在最后一列", "`{output}` is wrong only in its last column"
    ),
    "fact.wrong-only-last-index": Text(
        "`{output}` 的错误只出现在轴 {axis} 的最后一个位置",
        "`{output}` is wrong only at the last index of axis {axis}",
    ),
    "fact.wrong-only-first-entry": Text(
        "`{output}` 的错误只出现在第一个元素", "`{output}` is wrong only in its first entry"
    ),
    "fact.wrong-only-first-row": Text(
        "`{output}` 的错误只出现在第一行", "`{output}` is wrong only in its first row"
    ),
    "fact.wrong-only-first-column": Text(
        "`{output}` 的错误只出现在第一列", "`{output}` is wrong only in its first column"
    ),
    "fact.wrong-only-first-index": Text(
        "`{output}` 的错误只出现在轴 {axis} 的第一个位置",
        "`{output}` is wrong only at the first index of axis {axis}",
    ),
    "fact.only-at-zeros": Text(
        "`{output}` 只在 `{input}` 恰为 0 的地方错误",
        "`{output}` is wrong only where `{input}` is exactly 0",
    ),
    "fact.only-at-border": Text(
        "`{output}` 只在最后两个轴的边缘错误，内部都对",
        "`{output}` is wrong only at the border of its last two axes; the inside is right",
    ),
}
