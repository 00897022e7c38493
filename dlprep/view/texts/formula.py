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
}
