"""What is wrong with a typed formula, in one line."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "naming.sign": Text("整体的符号反了", "the overall sign is flipped"),
    "naming.factor": Text("差一个常数：你的是答案的 {what} 倍", "yours is {what} times the key"),
    "naming.size-missing": Text("漏了除以 {what}", "the division by {what} is missing"),
    "naming.size-twice": Text("多除了一次 {what}", "divided by {what} once too often"),
    "naming.times": Text("多乘了 {what}", "{what} is one factor too many"),
    "naming.over": Text("漏了因子 {what}", "the factor {what} is missing"),
    "naming.term-dropped": Text("漏了 {what} 这一项", "the term {what} is missing"),
    "naming.term-sign": Text("{what} 的符号反了", "the sign of {what} is flipped"),
    "naming.order-swapped": Text("{what} 减反了", "the difference {what} is the wrong way round"),
    "naming.factor-dropped": Text("漏了因子 {what}", "the factor {what} is missing"),
    "naming.divisor-dropped": Text("漏了除以 {what}", "the division by {what} is missing"),
    "naming.multiplied": Text(
        "应当除以 {what}，而不是乘", "divide by {what} instead of multiplying"
    ),
    "naming.ratio-inverted": Text("{what} 的分子分母颠倒了", "the fraction {what} is upside down"),
    "naming.complement": Text("{what} 与 1 减去它弄混了", "{what} and one minus it are mixed up"),
    "naming.multiplied-not-powered": Text(
        "{what} 是乘方，你写成了相乘", "{what} is a power, not a product"
    ),
    "naming.argument-scaled": Text(
        "{what} 的自变量差了因子 2", "the argument of {what} is off by a factor 2"
    ),
    "naming.log-of-sum-split": Text(
        "和的对数不是对数的和：{what}", "the logarithm of a sum is not a sum of logarithms: {what}"
    ),
    "naming.taken-as-one": Text("{what} 被当成了 1", "{what} was taken to be 1"),
    "naming.taken-as-zero": Text("{what} 整个漏掉了", "{what} is left out altogether"),
    "naming.slope-kept": Text(
        "多乘了 {what} 处的导数", "the derivative at {what} is one factor too many"
    ),
    "naming.slope-missing": Text("漏了 {what} 处的导数", "the derivative at {what} is missing"),
    "naming.power-dropped": Text("{what} 的乘方漏了", "the power in {what} is missing"),
    "naming.power-off": Text("{what} 的指数差了 1", "the exponent of {what} is off by one"),
    "naming.root-dropped": Text("{what} 的根号漏了", "the root {what} is missing"),
    "naming.root-added": Text("{what} 多开了一次方", "the root of {what} is taken for it"),
    "naming.factors-added": Text(
        "{what} 应当相乘，这里相加了", "the factors of {what} are added, not multiplied"
    ),
    "naming.sum-multiplied": Text(
        "{what} 应当相加，这里相乘了", "the terms of {what} are multiplied, not added"
    ),
    "naming.inside-root": Text("{what} 应当在根号外面", "{what} belongs outside the root"),
    "naming.outside-root": Text("{what} 应当在根号里面", "{what} belongs inside the root"),
    "naming.function-dropped": Text("漏了函数：{what}", "the function in {what} is missing"),
    "naming.function-twice": Text(
        "函数在 {what} 上用了两次", "the function is applied twice to {what}"
    ),
    "naming.other-function": Text("{what} 写成了别的函数", "another function stands for {what}"),
    "naming.branch-dropped": Text("只剩 {what} 的一支", "only one branch of {what} is left"),
    "naming.slope-for-value": Text(
        "应当是函数值 {what}，而不是它的导数", "the value {what} is meant, not its derivative"
    ),
    "naming.value-for-derivative": Text(
        "应当是导数 {what}，而不是函数值", "the derivative {what} is meant, not the value"
    ),
    "naming.derivative-at-output": Text(
        "函数又作用在了输出 {what} 上；应当在输入处取值",
        "the function is taken at the output {what}; it belongs at the input",
    ),
    "naming.constant": Text("常数 {what} 不对", "the constant {what} is wrong"),
    "naming.name-swapped": Text("{what} 写成了别的量", "another quantity stands for {what}"),
    "naming.names-exchanged": Text(
        "{what} 里的两个量互换了", "the quantities in {what} are exchanged"
    ),
    "naming.indices-swapped": Text("{what} 的两个下标反了", "the indices of {what} are swapped"),
    "naming.index-swapped": Text("{what} 的下标不对", "the index of {what} is wrong"),
    "naming.sum-dropped": Text(
        "求和 {what} 只剩一项（只算了对角）", "only one term of {what} is left (the diagonal)"
    ),
    "naming.mean-for-sum": Text("{what} 的求和与平均弄混了", "sum and mean are mixed up in {what}"),
    "naming.other-axis": Text("{what} 沿错了轴", "{what} goes along the wrong axis"),
    "naming.inverse-dropped": Text("{what} 的逆漏了", "the inverse in {what} is missing"),
    "naming.transposed": Text(
        "{what} 的转置或次序不对", "a transpose or the order in {what} is wrong"
    ),
    "naming.result-transposed": Text("你的是答案的转置", "yours is the transpose of the key"),
    "naming.delta-dropped": Text("漏了 {what}", "{what} is missing"),
    "naming.term-doubled": Text("{what} 多了因子 2", "{what} has a factor 2 too many"),
    "naming.term-halved": Text("{what} 少了因子 2", "{what} lacks a factor 2"),
    "naming.averaged": Text("有一处多除了 {what}", "something is divided by {what} once too often"),
    "naming.not-averaged": Text(
        "有一处漏了除以 {what}", "a division by {what} is missing somewhere"
    ),
    "naming.extra-factor": Text("有一处多乘了 {what}", "{what} is one factor too many somewhere"),
    "naming.bracket-missing": Text("{what} 漏了括号", "the parentheses around {what} are missing"),
    "naming.taken-by-terms": Text("{what} 不能逐项拆开", "{what} cannot be taken term by term"),
    "naming.term-added": Text("多了 {what} 这一项", "the term {what} is one too many"),
    "naming.divided": Text("应当乘以 {what}，而不是除", "multiply by {what} instead of dividing"),
    "naming.power-added": Text("{what} 不应乘方", "no power belongs in {what}"),
    "naming.function-added": Text("{what} 外面不应再套函数", "no function belongs around {what}"),
    "naming.name-wrong": Text("{what} 不是这里该用的量", "{what} is not the quantity meant here"),
    "naming.entrywise": Text(
        "{what} 应当是矩阵乘法，而不是逐元素相乘",
        "{what} is a matrix product, not one entry by entry",
    ),
    "naming.matrix-product": Text(
        "{what} 应当逐元素相乘，而不是矩阵乘法",
        "{what} is a product entry by entry, not of matrices",
    ),
    "naming.bounds-off": Text("{what} 的上下限不对", "the limits of {what} are off"),
}
