"""What does not hold of outputs that depend on chance."""

from dlprep.model.text import Text

TEXTS = {
    "chance.rate": Text(
        "`{output}` 中被置零的比例是 {got}，应为 {expected}",
        "the share of zeros in `{output}` is {got}, expected {expected}",
    ),
    "chance.rate-swapped": Text(
        "`{output}` 中被置零的比例是 {got}，应为 {expected}：丢弃概率与保留概率弄反了",
        "the share of zeros in `{output}` is {got}, expected {expected}, "
        "as if the probabilities of dropping and keeping were swapped",
    ),
    "chance.scale": Text(
        "`{output}` 中保留下来的元素是 `{input}` 的 {got} 倍，应为 {expected} 倍",
        "what is kept in `{output}` is `{input}` times {got}, expected times {expected}",
    ),
    "chance.no-one-scale": Text(
        "`{output}` 中保留下来的元素与 `{input}` 之比不是同一个数（中位数 {got}），"
        "应都是 {expected}",
        "what is kept in `{output}` is not `{input}` times one factor (median {got}), "
        "expected times {expected}",
    ),
    "chance.other-mask": Text(
        "`{output}` 的掩码与 `{mask}` 的不同：不一致的元素比例是 {got}，应为 0",
        "the mask of `{output}` is not that of `{mask}`: "
        "a share of {got} of the entries differ, expected 0",
    ),
    "chance.mean": Text(
        "`{output}` 的均值是 {got}，应为 {expected}",
        "the mean of `{output}` is {got}, expected {expected}",
    ),
    "chance.std": Text(
        "`{output}` 的标准差是 {got}，应为 {expected}",
        "the standard deviation of `{output}` is {got}, expected {expected}",
    ),
    "chance.no-class": Text(
        "`{output}` 中出现 {got}，应为 0 到 {last} 的整数",
        "`{output}` contains {got}, expected integers from 0 to {last}",
    ),
    "chance.frequency": Text(
        "`{output}` 中 {number} 出现的频率是 {got}，应为 {expected}",
        "`{output}` is {number} with frequency {got}, expected {expected}",
    ),
    "chance.every-run": Text(
        "`{output}` 的随机结果每次运行都相同，应每次重新抽取",
        "`{output}` has the same random values in every run, expected fresh ones",
    ),
    "chance.one-for-axis": Text(
        "`{output}` 的随机结果沿第 {axis} 轴全都相同，应逐元素独立抽取",
        "`{output}` has the same random values all along axis {axis}, "
        "expected a draw for every entry",
    ),
}
