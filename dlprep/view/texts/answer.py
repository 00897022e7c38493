"""What grading says, and why an answer could not be read."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "answer.empty": Text("还没有写答案", "there is no answer yet"),
    "answer.too-long": Text(
        "答案太长：{length} 个字符，最多 {most} 个",
        "the answer is too long: {length} characters, at most {most}",
    ),
    "answer.a-word": Text(
        "`{word}` 不是数；写成 0.75、3/4 或 1e-3 这样的数",
        "`{word}` is no number; write one such as 0.75, 3/4 or 1e-3",
    ),
    "answer.not-finite": Text(
        "这个式子算出来不是有限的数", "this does not come to a finite number"
    ),
    "answer.not-a-number": Text(
        "需要一个数，而不是一个比较", "a number is asked for, not a comparison"
    ),
    "answer.no-such-option": Text(
        "没有选项「{answer}」；可选 {options}",
        "there is no option `{answer}`; choose from {options}",
    ),
    "answer.only-one": Text(
        "这题只有一个正确选项；请从 {options} 中选一个",
        "only one option is right here; choose one of {options}",
    ),
    "answer.missed": Text("还漏了 {count} 个正确选项", "right options left out: {count}"),
    "answer.count": Text(
        "答案应有 {expected} 个数，你写了 {got} 个",
        "the answer has {expected} number(s); you gave {got}",
    ),
    "answer.close": Text(
        "很接近，但允许的误差是 {percent} %：多保留几位再舍入",
        "close, but the tolerance is {percent} %: keep more digits before rounding",
    ),
    "answer.read-as": Text("读作 {text}", "read as {text}"),
    "answer.looks-like": Text("看起来：{slips}", "it looks as if {slips}"),
    "answer.step-wrong": Text("{step} 不成立", "{step} does not hold"),
    "answer.step-why": Text("{why}", "{why}"),
    "answer.step-unread": Text("没有读懂「{step}」：{why}", "could not read `{step}`: {why}"),
    "answer.either": Text("{one}，或者{other}", "{one}, or {other}"),
    "answer.undecided": Text(
        "没能判断它与答案是否相等，请自己对照",
        "could not decide whether this equals the key; compare for yourself",
    ),
    "answer.only-if": Text(
        "只在 {assumption} 时与答案相等，题目没有给这个条件",
        "equal to the key only if {assumption}, which the question does not say",
    ),
    "answer.differs": Text(
        "代入随机的数：你的是 {yours}，答案是 {key}",
        "with random numbers yours is {yours}, the key {key}",
    ),
    "answer.differs-at": Text(
        "例如 {at} 时，你的是 {yours}，答案是 {key}",
        "at {at} yours is {yours}, the key {key}",
    ),
    "answer.form-only": Text(
        "值是对的，但只能用 {only} 表示；去掉 {stray}",
        "the value is right, but write it in {only} only, without {stray}",
    ),
    "answer.form-without": Text(
        "值是对的，但不要出现 {stray}", "the value is right, but write it without {stray}"
    ),
    "answer.rounded": Text(
        "方法对，舍入得太早：你留了 {digits} 位有效数字，这里至少要 {needed} 位",
        "right method, rounded too early: you kept {digits} significant digits, and {needed} are "
        "needed",
    ),
    "answer.order": Text("数都对，次序不对", "the numbers are right, their order is not"),
    "answer.sign": Text("只有正负号不对", "only the sign is wrong"),
    "answer.percent-asked": Text(
        "数对，但这里要写成百分数：乘以 100", "right, but per cent are asked for: times 100"
    ),
    "answer.too-large": Text(
        "恰好大了 {power} 倍：检查单位或数量级",
        "too large by exactly {power}: check the unit or the order of magnitude",
    ),
    "answer.too-small": Text(
        "恰好小了 {power} 倍：检查单位或数量级",
        "too small by exactly {power}: check the unit or the order of magnitude",
    ),
    "answer.binary": Text(
        "只差在 1024 与 1000：检查用的是 KiB、MiB 还是 KB、MB",
        "off only by 1024 against 1000: check whether KiB and MiB or KB and MB are meant",
    ),
    "answer.one-off": Text(
        "只差 1：检查取整、填充或首尾是否都算在内",
        "off by one: check the rounding, the padding, or whether both ends count",
    ),
    "answer.other-unit": Text(
        "这题用 {unit} 作答，`{typed}` 量的是别的东西",
        "the answer is asked in {unit}; `{typed}` measures something else",
    ),
    "answer.unsatisfiable": Text(
        "题目 `{id}` 抽不出满足条件的参数：{where}",
        "no parameters of `{id}` satisfy its conditions: {where}",
    ),
    "answer.unknown-placeholder": Text(
        "占位符 `{name}` 没有对应的量；可用的有 {known}",
        "the placeholder `{name}` names nothing; there are {known}",
    ),
    "answer.stray-brace": Text(
        "第 {column} 列有一个单独的花括号；要显示花括号请写两个：「{text}」",
        "column {column}: a lone brace; write it twice to show one: {text}",
    ),
    "answer.bad-format": Text(
        "占位符 `{name}` 的格式不适合这个数", "the format of `{name}` does not fit its number"
    ),
}
