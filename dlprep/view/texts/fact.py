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
    "fact.only-size-one": Text(
        "`{output}` 只在 {size} = 1 时正确", "`{output}` is right only when {size} = 1"
    ),
    "fact.only-a-size-one": Text(
        "`{output}` 只在 {sizes} 中有一个等于 1 时正确",
        "`{output}` is right only when one of {sizes} is 1",
    ),
    "fact.only-sizes-one": Text(
        "`{output}` 只在 {sizes} = 1 时正确；这些用例分不出是其中哪一个在起作用",
        "`{output}` is right only where {sizes} = 1; the cases do not tell which of these matters",
    ),
    "fact.only-last-entry": Text(
        "`{output}` 只有最后一个元素正确", "only the last entry of `{output}` is right"
    ),
    "fact.only-first-entry": Text(
        "`{output}` 只有第一个元素正确", "only the first entry of `{output}` is right"
    ),
    "fact.all-but-last-entry": Text(
        "`{output}` 只有最后一个元素错误", "only the last entry of `{output}` is wrong"
    ),
    "fact.all-but-first-entry": Text(
        "`{output}` 只有第一个元素错误", "only the first entry of `{output}` is wrong"
    ),
    "fact.only-last-row": Text(
        "`{output}` 只有最后一行正确", "only the last row of `{output}` is right"
    ),
    "fact.only-first-row": Text(
        "`{output}` 只有第一行正确", "only the first row of `{output}` is right"
    ),
    "fact.all-but-last-row": Text(
        "`{output}` 只有最后一行错误", "only the last row of `{output}` is wrong"
    ),
    "fact.all-but-first-row": Text(
        "`{output}` 只有第一行错误", "only the first row of `{output}` is wrong"
    ),
    "fact.only-last-column": Text(
        "`{output}` 只有最后一列正确", "only the last column of `{output}` is right"
    ),
    "fact.only-first-column": Text(
        "`{output}` 只有第一列正确", "only the first column of `{output}` is right"
    ),
    "fact.all-but-last-column": Text(
        "`{output}` 只有最后一列错误", "only the last column of `{output}` is wrong"
    ),
    "fact.all-but-first-column": Text(
        "`{output}` 只有第一列错误", "only the first column of `{output}` is wrong"
    ),
    "fact.only-at-zeros": Text(
        "`{output}` 只在 `{input}` 恰为 0 的地方错误",
        "`{output}` is wrong only where `{input}` is exactly 0",
    ),
    "fact.only-at-border": Text(
        "`{output}` 只在图像边缘错误，内部都对",
        "`{output}` is wrong only at the border of the images",
    ),
}
