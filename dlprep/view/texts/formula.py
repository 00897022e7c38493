"""What the reader of expressions complains of."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "formula.empty": Text("表达式是空的", "the expression is empty"),
    "formula.too-long": Text(
        "表达式太长：{length} 个字符，最多 {most} 个",
        "the expression is too long: {length} characters, at most {most}",
    ),
    "formula.number-too-long": Text(
        "第 {column} 列的数太长，最多 {most} 个字符",
        "the number in column {column} is too long: at most {most} characters",
    ),
    "formula.unknown-character": Text(
        "第 {column} 列的字符「{character}」读不懂",
        "column {column}: cannot read the character `{character}`",
    ),
    "formula.too-deep": Text(
        "第 {column} 列嵌套太深，最多 {most} 层",
        "column {column}: nested too deeply, at most {most} levels",
    ),
    "formula.power-too-large": Text(
        "第 {column} 列的指数太大，最多 {most}",
        "column {column}: the exponent is too large, at most {most}",
    ),
    "formula.operand-expected": Text(
        "第 {column} 列应当是一个数、一个名字或括号，却是「{found}」",
        "column {column}: expected a number, a name or a parenthesis, found `{found}`",
    ),
    "formula.operand-missing": Text(
        "写到第 {column} 列就断了：后面应当还有一个数",
        "the expression breaks off in column {column}: a number is missing",
    ),
    "formula.trailing": Text(
        "第 {column} 列的「{found}」前面缺一个运算符",
        "column {column}: an operator is missing before `{found}`",
    ),
    "formula.unclosed": Text(
        "第 {opening} 列的括号没有闭合（到第 {column} 列为止）",
        "the parenthesis in column {opening} is not closed by column {column}",
    ),
    "formula.call-expected": Text(
        "第 {column} 列的函数 `{name}` 后面缺括号，例如 `{name}(2)`",
        "column {column}: the function `{name}` needs parentheses, as in `{name}(2)`",
    ),
    "formula.unknown-name": Text(
        "第 {column} 列的名字 `{name}` 没有定义", "column {column}: `{name}` is not defined"
    ),
    "formula.unknown-name-near": Text(
        "第 {column} 列的名字 `{name}` 没有定义，是否想写 {near}？",
        "column {column}: `{name}` is not defined; did you mean {near}?",
    ),
    "formula.unknown-function": Text(
        "第 {column} 列的 `{name}` 不是函数；相乘请写 `*`",
        "column {column}: `{name}` is not a function; write `*` to multiply",
    ),
    "formula.unknown-function-near": Text(
        "第 {column} 列的 `{name}` 不是函数，是否想写 {near}？",
        "column {column}: `{name}` is not a function; did you mean {near}?",
    ),
    "formula.arguments": Text(
        "第 {column} 列的 `{name}` 需要 {expected} 个参数，给了 {got} 个",
        "column {column}: `{name}` takes {expected} argument(s), got {got}",
    ),
    "formula.unknown-command": Text(
        "第 {column} 列的命令 `{name}` 读不懂", "column {column}: unknown command `{name}`"
    ),
    "formula.unknown-command-near": Text(
        "第 {column} 列的命令 `{name}` 读不懂，是否想写 {near}？",
        "column {column}: unknown command `{name}`; did you mean {near}?",
    ),
    "formula.accent": Text(
        "第 {column} 列：帽子或横线下面应当是一个字母",
        "column {column}: an accent belongs on a single letter",
    ),
    "formula.shape-elementwise": Text(
        "第 {column} 列的「{sign}」：形状 {left} 与 {right} 逐元素对不上。{hint}",
        "column {column}: `{sign}` works entry by entry, and {left} does not fit {right}. {hint}",
    ),
    "formula.shape-product": Text(
        "第 {column} 列：形状 {left} 与 {right} 不能相乘。{hint}",
        "column {column}: shapes {left} and {right} cannot be multiplied. {hint}",
    ),
    "formula.transpose-left": Text("左边是否要转置？", "Transpose the left factor?"),
    "formula.transpose-right": Text("右边是否要转置？", "Transpose the right factor?"),
    "formula.transpose-both": Text("两个因子的顺序是否反了？", "Are the factors swapped?"),
    "formula.no-hint": Text("请检查各量的形状。", "Check the shapes of the factors."),
    "formula.shapes-differ": Text(
        "形状不同：一个是 {a}，另一个是 {b}", "the shapes differ: one is {a}, the other {b}"
    ),
    "formula.outer-or-dot": Text(
        "第 {column} 列：两个向量的 `@` 可能是内积，也可能是外积；请写 `x·y` 或 `outer(x, y)`",
        "column {column}: `@` of two vectors may be an inner or an outer product; "
        "write `x·y` or `outer(x, y)`",
    ),
    "formula.which-product": Text(
        "第 {column} 列：两个向量怎样相乘不明确；逐元素写 `⊙`，内积写 `xᵀy`",
        "column {column}: it is unclear how two vectors are multiplied; "
        "write `⊙` entry by entry, `xᵀy` for the inner product",
    ),
    "formula.transpose-of": Text(
        "第 {column} 列：只有向量和矩阵能转置",
        "column {column}: only vectors and matrices transpose",
    ),
    "formula.no-axis": Text(
        "第 {column} 列：形状 {shape} 没有第 {axis} 轴",
        "column {column}: the shape {shape} has no axis {axis}",
    ),
    "formula.bad-axis": Text(
        "第 {column} 列：轴应当是一个整数", "column {column}: an axis is a whole number"
    ),
    "formula.unknown-option": Text(
        "第 {column} 列：不认识参数 `{name}`", "column {column}: unknown option `{name}`"
    ),
    "formula.unknown-attribute": Text(
        "第 {column} 列：不认识 `.{name}`", "column {column}: unknown attribute `.{name}`"
    ),
    "formula.number-reduced": Text(
        "第 {column} 列：`{name}` 需要数组，这里只有一个数",
        "column {column}: `{name}` needs an array, and this is a number",
    ),
    "formula.vectors-expected": Text(
        "第 {column} 列：这里需要向量", "column {column}: vectors are needed here"
    ),
    "formula.inverse-of": Text(
        "第 {column} 列：这里需要方阵", "column {column}: a square matrix is needed here"
    ),
    "formula.inverse-function": Text(
        "第 {column} 列：函数上的 −1 可能是反函数，也可能是倒数；请写成 1/f(x)",
        "column {column}: −1 on a function may mean its inverse or a reciprocal; write 1/f(x)",
    ),
    "formula.ambiguous-fraction": Text(
        "第 {column} 列：分母到哪里为止不明确（后面紧跟「{found}」）；请加括号",
        "column {column}: it is unclear where the denominator ends (`{found}` follows); "
        "add parentheses",
    ),
    "formula.ambiguous-argument": Text(
        "第 {column} 列：函数作用到哪里为止不明确（后面是「{found}」）；请给自变量加括号",
        "column {column}: it is unclear where the argument ends (`{found}` follows); "
        "put it in parentheses",
    ),
    "formula.ambiguous-power": Text(
        "第 {column} 列：指数到哪里为止不明确（后面紧跟「{found}」）；请加括号",
        "column {column}: it is unclear where the exponent ends (`{found}` follows); "
        "add parentheses",
    ),
    "formula.ambiguous-root": Text(
        "第 {column} 列：根号到哪里为止不明确；请加括号",
        "column {column}: it is unclear where the root ends; add parentheses",
    ),
    "formula.else-missing": Text(
        "第 {column} 列：`if` 后面缺 `else`", "column {column}: `else` is missing after `if`"
    ),
    "formula.norm-order": Text(
        "第 {column} 列：不认识「{found}」阶", "column {column}: unknown order `{found}`"
    ),
    "formula.factorial": Text(
        "第 {column} 列：不支持阶乘「{found}」",
        "column {column}: factorials (`{found}`) are not read",
    ),
    "formula.too-many-indices": Text(
        "第 {column} 列：`{name}` 的下标太多，它的形状是 ({shape})",
        "column {column}: too many indices for `{name}`, whose shape is ({shape})",
    ),
    "formula.sum-or-matrix": Text(
        "第 {column} 列：这里 Σ 是一个矩阵；求和请写 `∑` 或 `\\sum`",
        "column {column}: Σ is a matrix here; write `∑` or `\\sum` for a sum",
    ),
    "formula.size-unknown": Text(
        "单位阵或全 1 向量有多大不明确；请写成 I_N 或 1_N",
        "the size of an identity or of a vector of ones is unclear; write I_N or 1_N",
    ),
    "formula.bars-of-array": Text(
        "第 {column} 列：|…| 里是数组；范数写 ‖…‖，逐元素绝对值写 abs(…)",
        "column {column}: an array stands between bars; write ‖…‖ for its norm, abs(…) entry by "
        "entry",
    ),
    "formula.too-many-signs": Text(
        "表达式太长：{count} 个符号，最多 {most} 个",
        "the expression is too long: {count} signs, at most {most}",
    ),
    "formula.place-too-large": Text(
        "第 {column} 列：下标太大，最多 {most}", "column {column}: the index is above {most}"
    ),
    "formula.index-two-sizes": Text(
        "第 {column} 列：下标 {index} 一处取遍 {one}，另一处取遍 {other}",
        "column {column}: the index {index} runs over {one} in one place and {other} in another",
    ),
    "formula.bad-index": Text(
        "第 {column} 列：`{name}` 不能作下标", "column {column}: `{name}` cannot be an index"
    ),
    "formula.which-index": Text(
        "第 {column} 列：对哪个下标求和不明确；请写成 Σ_k",
        "column {column}: it is unclear which index is summed over; write Σ_k",
    ),
    "formula.index-range": Text(
        "第 {column} 列：下标 {index} 的范围不明确，求和的项里没有用到它",
        "column {column}: the range of the index {index} is unknown, as no term uses it",
    ),
    "formula.derivative-inside": Text(
        "第 {column} 列：公式里的导数请写成已声明的符号",
        "column {column}: write a derivative inside a formula as a declared symbol",
    ),
    "formula.no-derivative": Text(
        "第 {column} 列：`{name}` 的导数请写开",
        "column {column}: write out the derivative of `{name}`",
    ),
    "formula.primes": Text(
        "第 {column} 列：最多 {most} 阶导数，自变量只有一个",
        "column {column}: at most {most} primes, on a function of one argument",
    ),
    "formula.environment": Text(
        "第 {column} 列：只读得懂 `cases` 环境，每行一个值和一个条件",
        "column {column}: only `cases` is read, with a value and a condition a line",
    ),
    "formula.equation": Text(
        "第 {column} 列：需要一个式子，而不是等式",
        "column {column}: write one side, not an equation",
    ),
    "formula.assumption": Text(
        "读不懂前提「{text}」\n提示：例如 `positive:x,y`、`Σ_k y_k = 1`、`p = softmax(z)`",
        "cannot read the assumption `{text}`\n"
        "hint: such as `positive:x,y`, `Σ_k y_k = 1` or `p = softmax(z)`",
    ),
    "formula.assumption-unread": Text(
        "读不懂前提「{text}」：{why}", "cannot read the assumption `{text}`: {why}"
    ),
    "formula.bad-symbols": Text("符号的声明不对：{why}", "this does not declare symbols: {why}"),
    "formula.too-large": Text("这个式子太大，无法比较", "the formula is too large to compare"),
}
