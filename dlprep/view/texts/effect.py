"""What an output behaves like, where no written mistake gives its numbers but an edit of the
reference does. Several edits are one function; so these speak of the effect, not of a line."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "effect.foreign": Text(
        "{effect}（变量名取自一份参考解答）",
        "{effect} (variables as in a worked solution)",
    ),
    "effect.in-place": Text(
        "{effect}（指参考解答里的 `{place}`）",
        "{effect} in `{place}` (variables as in the worked solution)",
    ),
    "effect.as-followed": Text(
        "{effect}（按前面的函数所用的约定）",
        "{effect} (by the convention that the function before follows)",
    ),
    "effect.by-convention": Text(
        "与前面的函数不一致：要么第 {line} 行也按那个约定改，要么前面的函数按题目的约定改",
        "it does not fit the function before: either line {line} follows that convention as well, "
        "or that function follows what is asked for",
    ),
    "effect.factor": Text(
        "表现如同漏了因子 `{old}`",
        "behaves as if the factor `{old}` were missing",
    ),
    "effect.divisor": Text(
        "表现如同没有除以 `{old}`",
        "behaves as if it were not divided by `{old}`",
    ),
    "effect.term": Text(
        "表现如同漏了一项 `{old}`",
        "behaves as if the term `{old}` were missing",
    ),
    "effect.sign": Text(
        "表现如同 `{old}` 的符号反了",
        "behaves as if `{old}` had the opposite sign",
    ),
    "effect.quotient": Text(
        "表现如同 `{old}` 放到了分数线的另一边",
        "behaves as if `{old}` stood on the other side of the fraction line",
    ),
    "effect.product": Text(
        "表现如同 `{old}` 放到了分数线的另一边",
        "behaves as if `{old}` stood on the other side of the fraction line",
    ),
    "effect.transpose": Text(
        "表现如同 `{old}` 没有转置",
        "behaves as if `{old}` were not transposed",
    ),
    "effect.reshaped": Text(
        "表现如同 `{old}` 被 reshape 成转置后的形状，而没有转置",
        "behaves as if `{old}` were reshaped where it must be transposed",
    ),
    "effect.order": Text(
        "表现如同 `{old}` 中的因子换了次序或转置弄错了",
        "behaves as if the factors of `{old}` were in another order, or transposed",
    ),
    "effect.call": Text(
        "表现如同没有用 `{old}`",
        "behaves as if `{old}` were left out",
    ),
    "effect.power": Text(
        "表现如同漏了指数 `{old}`",
        "behaves as if the exponent `{old}` were missing",
    ),
    "effect.replaced": Text(
        "表现如同该用 `{old}` 的地方用了 `{new}`",
        "behaves as if `{new}` stood where `{old}` belongs",
    ),
    "effect.exchanged": Text(
        "表现如同 `{old}` 与 `{new}` 互换了位置",
        "behaves as if `{old}` and `{new}` had changed places",
    ),
    "effect.scaled": Text(
        "表现如同 `{old}` 多乘了 `{new}`",
        "behaves as if `{old}` were multiplied by `{new}`",
    ),
    "effect.scaled-whole": Text(
        "表现如同结果多乘了 `{new}`",
        "behaves as if the result were multiplied by `{new}`",
    ),
    "effect.divided-whole": Text(
        "表现如同结果多除了 `{new}`",
        "behaves as if the result were divided by `{new}`",
    ),
    "effect.divided": Text(
        "表现如同 `{old}` 多除了 `{new}`",
        "behaves as if `{old}` were divided by `{new}`",
    ),
    "effect.statement": Text(
        "表现如同漏了这一步：`{old}`",
        "behaves as if this step were left out: `{old}`",
    ),
    "effect.overwritten": Text(
        "表现如同 `{old}` 每次被覆盖，而没有累加",
        "behaves as if `{old}` were overwritten instead of accumulated",
    ),
    "effect.accumulated": Text(
        "表现如同 `{old}` 被累加，而没有重新赋值",
        "behaves as if `{old}` were accumulated instead of assigned",
    ),
}
