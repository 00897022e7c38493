"""Sentences of `dlprep equal`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "equal.help": Text(
        "判断两个公式是否相等：LaTeX、NumPy 或 Unicode 写法都可以",
        "Decide whether two formulas are equal, in LaTeX, NumPy or Unicode notation",
    ),
    "equal.epilog": examples(
        "dlprep equal 'σ(z)(1 − σ(z))' 'np.exp(-z)/(1+np.exp(-z))**2'",
        "dlprep equal '½ log x²' 'log x' --assume positive:x",
        "dlprep equal --batch pairs.jsonl --json",
        then=Text(
            "退出码：0 相等，1 不相等或需要假设，2 读不懂",
            "Exit code: 0 equal, 1 different or equal only under an assumption, 2 not read",
        ),
    ),
    "equal.a-help": Text("第一个公式", "The first formula"),
    "equal.b-help": Text("第二个公式", "The second formula"),
    "equal.symbols-help": Text(
        "声明符号的 JSON 文件；没有它时，单个字母都是实数",
        "A JSON file that declares the symbols; without one, letters are real numbers",
    ),
    "equal.assume-help": Text(
        "前提，例如 `positive:x,y` 或 `Σ_k y_k = 1`",
        "What holds, such as `positive:x,y` or `Σ_k y_k = 1`",
    ),
    "equal.batch-help": Text(
        'JSONL 文件，每行一对公式：{{"a": …, "b": …}}',
        'A JSONL file with a pair of formulas a line: {{"a": …, "b": …}}',
    ),
    "equal.two-formulas": Text(
        "需要两个公式\n提示：`dlprep equal --help` 给出用法和例子",
        "two formulas are needed\nhint: `dlprep equal --help` shows usage and examples",
    ),
    "equal.no-file": Text("读不了 `{file}`：{why}", "cannot read `{file}`: {why}"),
    "equal.bad-row": Text(
        "这一行应当是含有字符串 `a` 和 `b` 的 JSON 对象",
        "this row should be a JSON object with the texts `a` and `b`",
    ),
    "equal.equal": Text("✓ 相等", "✓ equal"),
    "equal.equal-if": Text("✓ 在前提 {assumption} 下相等", "✓ equal if {assumption}"),
    "equal.different": Text("✗ 不相等", "✗ different"),
    "equal.undecided": Text("? 无法判断", "? cannot decide"),
    "equal.unread": Text("? 读不懂", "? not read"),
    "equal.read": Text("{side} 读作  {text}", "{side} read as  {text}"),
    "equal.counterexample": Text(
        "反例：{at} 时，a = {a}，b = {b}", "counterexample: at {at}, a = {a} and b = {b}"
    ),
}
