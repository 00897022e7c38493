"""Sentences of `dlprep check --map`: which entries of an array are wrong."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    # entries along an axis, with the measure word that Chinese puts between numeral and noun
    "map.axis.entry-unit": Text("个元素", "entry"),
    "map.axis.row-unit": Text("行", "row"),
    "map.axis.column-unit": Text("列", "column"),
    "map.axis.slice-unit": Text("个第 {axis} 轴切片", "slice along axis {axis}"),
    "map.axis.entry-at": Text("下标为 {at} 的元素", "entry {at}"),
    "map.axis.row-at": Text("下标为 {at} 的行", "row {at}"),
    "map.axis.column-at": Text("下标为 {at} 的列", "column {at}"),
    "map.axis.slice-at": Text("第 {axis} 轴下标为 {at} 的切片", "slice {at} along axis {axis}"),
    # the pattern
    "map.everywhere": Text("每个元素都错", "every entry is wrong"),
    "map.one": Text("只有 {index} 一个元素错", "only the entry {index} is wrong"),
    "map.first": Text("只有第一{unit}错", "only the first {unit} is wrong"),
    "map.last": Text("只有最后一{unit}错", "only the last {unit} is wrong"),
    "map.not-first": Text("除第一{unit}外都错", "everything is wrong except the first {unit}"),
    "map.not-last": Text("除最后一{unit}外都错", "everything is wrong except the last {unit}"),
    "map.at": Text("只有{place}错", "only {place} is wrong, counted from 0"),
    "map.not-at": Text("除{place}外都错", "everything is wrong except {place}, counted from 0"),
    "map.from": Text("从{place}起都错", "everything is wrong from {place} on, counted from 0"),
    "map.before": Text("{place}之前都错", "everything is wrong before {place}, counted from 0"),
    "map.even": Text(
        "每隔一{unit}错：下标为偶数的", "every second {unit} is wrong: those of even index"
    ),
    "map.odd": Text(
        "每隔一{unit}错：下标为奇数的", "every second {unit} is wrong: those of odd index"
    ),
    "map.border": Text("只有边缘一圈错", "only the border is wrong"),
    "map.inner": Text("边缘一圈对，内部都错", "the border is right, everything inside is wrong"),
    "map.diagonal": Text("只有对角线错", "only the diagonal is wrong"),
    "map.off-diagonal": Text(
        "对角线对，其余都错", "the diagonal is right, everything else is wrong"
    ),
    "map.above-diagonal": Text("对角线上方都错", "everything above the diagonal is wrong"),
    "map.below-diagonal": Text("对角线下方都错", "everything below the diagonal is wrong"),
    "map.from-diagonal-up": Text(
        "对角线及其上方都错", "the diagonal and everything above it are wrong"
    ),
    "map.from-diagonal-down": Text(
        "对角线及其下方都错", "the diagonal and everything below it are wrong"
    ),
    "map.scattered": Text(
        "{of} 个元素中 {n} 个错，看不出简单的规律",
        "{n} of {of} entries are wrong, in no simple pattern",
    ),
    # the drawing
    "map.title": Text(
        "{output}，用例「{label}」，形状 {shape}：{said}",
        "{output} in {label}, shape {shape}: {said}",
    ),
    "map.alike": Text("{said}（每个错的用例都如此）", "{said}, in every wrong case alike"),
    "map.step.right": Text("· 对", "· right"),
    "map.step.little": Text("░ 差不到一成", "░ off by < 10 %"),
    "map.step.much": Text("▒ 差不到一倍", "▒ by < 100 %"),
    "map.step.more": Text("█ 差得更多", "█ by more"),
    "map.step.broken": Text("! NaN 或无穷", "! NaN or infinite"),
    "map.blocks": Text(
        "每格代表 {block} 个元素，按其中错得最多的画",
        "each cell stands for {block} entries and shows the worst of them",
    ),
    "map.more-slices": Text("还有 {n} 个切片没有画出", "{n} more slices are not drawn"),
    "map.more-outputs": Text("还有错的输出：{names}", "also wrong: {names}"),
    "map.nothing": Text(
        "没有可画的：没有形状正确而数值有错的数组。",
        "Nothing to draw: no array has the right shape and wrong values.",
    ),
    "map.all-right": Text("没有可画的：全部正确。", "Nothing to draw: everything is right."),
}
