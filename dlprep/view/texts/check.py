"""Sentences of `dlprep check`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "check.help": Text(
        "检查代码练习：逐个用例比较，指出是哪一种错误",
        "Check a coding exercise: compare case by case and name the mistake",
    ),
    "check.epilog": examples(
        "dlprep check solution.py",
        "dlprep check solution.py --hint",
        "dlprep check a.py b.py --seed 41 --json",
        then=Text(
            "退出码：0 通过，1 有错，2 用法不对，3 dlprep 出错",
            "Exit code: 0 passed, 1 wrong, 2 called wrongly, 3 our fault",
        ),
    ),
    "check.files-help": Text(
        "Python 文件、笔记本（.ipynb）或文件夹，`-` 为标准输入；"
        "按函数名或 `# dlprep: <编号>` 一行认出练习",
        "Python files, notebooks (.ipynb) or folders, `-` for standard input; recognised by "
        "function names or a `# dlprep: <id>` line",
    ),
    "check.as-help": Text(
        "按这个练习或约定（如 l2-half）来判",
        "The exercise or the convention (such as l2-half) to judge by",
    ),
    "check.seed-help": Text("随机种子，决定用例里的数", "Seed of the numbers in the cases"),
    "check.map-help": Text("画出数组里哪些元素错", "Draw which entries of an array are wrong"),
    "check.watch-help": Text(
        "每次保存后重新检查（q 退出）", "Check again whenever the file is saved (q to leave)"
    ),
    "check.explain-help": Text("用符号说明错在哪一项", "Explain in symbols which term is wrong"),
    "check.hint-help": Text(
        "给一条提示：第 N 条，或下一条", "Give a hint: number N, or the next one"
    ),
    "check.quick-help": Text(
        "只判对错，不找是哪一种错误（批量检查时快得多）",
        "Only judge, do not look for the mistake (much faster for many wrong files)",
    ),
    "check.solution-help": Text(
        "显示参考答案（通过之后）", "Show the worked solution (once the exercise has passed)"
    ),
    "check.give-up-help": Text(
        "不再尝试：现在就显示参考答案，并记下这一点",
        "Give up: show the worked solution now, and remember that",
    ),
    "check.timeout-help": Text("每个用例的秒数上限", "Seconds allowed for each case"),
    # files that cannot be checked
    "check.no-file": Text("没有这个文件", "there is no such file"),
    "check.directory": Text(
        "这是文件夹\n提示：给出里面的 Python 文件",
        "this is a directory\nhint: name the Python file in it",
    ),
    "check.nothing-in-folder": Text(
        "这个文件夹里没有认出任何练习的函数\n提示：`dlprep bank list --kind code` 列出全部练习",
        "no function of an exercise was recognised in this folder\n"
        "hint: `dlprep bank list --kind code` lists all exercises",
    ),
    "check.convention-unused": Text(
        "这些文件里没有练习涉及约定 `{name}`",
        "no exercise in these files depends on the convention `{name}`",
    ),
    "check.not-of-exercise": Text(
        "里面没有 `{id}` 的函数\n提示：`dlprep code show {id}` 说明要写哪些函数",
        "it has no function of `{id}`\nhint: `dlprep code show {id}` says which to write",
    ),
    "check.not-a-file": Text(
        "这不是普通文件（是管道或设备），不读取", "this is a pipe or a device, not a regular file"
    ),
    "check.unreadable": Text("无法读取（{why}）", "cannot be read ({why})"),
    "check.too-large": Text("文件超过 {limit}，不检查", "larger than {limit}; not checked"),
    "check.silent": Text(
        "等了 {seconds:.0f} 秒，检查进程一直没有回音，已将它结束；这个文件没有判定",
        "the checking process gave no answer for {seconds:.0f} seconds and was ended;"
        " there is no verdict on this file",
    ),
    "check.empty": Text("文件是空的", "the file is empty"),
    "check.binary": Text(
        "文件里有空字节，不是 Python 源代码", "there are null bytes in it: this is no Python source"
    ),
    # takes the place of a number in "line {line}"
    "check.cell-line": Text("{cell} 个代码单元的第 {within}", "{within} of code cell {cell}"),
    "check.syntax": Text("语法错误：{why}", "syntax error: {why}"),
    "check.as-unknown": Text(
        "没有练习或约定 `{name}`\n提示：相近的有 {near}",
        "there is no exercise and no convention `{name}`\nhint: near it: {near}",
    ),
    "check.as-unknown-far": Text(
        "没有练习或约定 `{name}`\n提示：`dlprep bank list --kind code` 列出全部练习",
        "there is no exercise and no convention `{name}`\n"
        "hint: `dlprep bank list --kind code` lists all exercises",
    ),
    "check.unknown-id": Text(
        "没有练习 `{id}`\n提示：相近的有 {near}",
        "there is no exercise `{id}`\nhint: near it: {near}",
    ),
    "check.unknown-id-far": Text(
        "没有练习 `{id}`\n提示：`dlprep bank list --kind code` 列出全部",
        "there is no exercise `{id}`\nhint: `dlprep bank list --kind code` lists them",
    ),
    "check.nothing-known": Text(
        "没有认出任何练习的函数\n"
        "提示：加一行 `# dlprep: <编号>`；`dlprep bank list --kind code` 列出全部",
        "no function of an exercise was recognised\n"
        "hint: add a line `# dlprep: <id>`; `dlprep bank list --kind code` lists them",
    ),
    "check.nothing-near": Text(
        "没有认出任何练习的函数\n"
        "提示：相近的函数名：{near}；`dlprep bank list --kind code` 列出全部练习",
        "no function of an exercise was recognised\n"
        "hint: the nearest names: {near}; `dlprep bank list --kind code` lists all exercises",
    ),
    "check.ambiguous": Text(
        "几个练习都用这些函数名：{ids}\n提示：加一行 `# dlprep: {first}` 选定一个",
        "several exercises use these names: {ids}\n"
        "hint: choose one with a line `# dlprep: {first}`",
    ),
    "check.no-torch": Text(
        "练习 `{id}` 要用 PyTorch，这里没有安装\n"
        "提示：在 dlprep 所在的环境里运行 `pip install torch`，再试一次",
        "the exercise `{id}` needs PyTorch, which is not installed\n"
        "hint: run `pip install torch` in the environment of dlprep, then try again",
    ),
    "check.no-fork": Text(
        "这个系统（{system}）不能分出子进程（fork），暂时无法检查\n"
        "提示：在 Linux、macOS 或 WSL 上运行",
        "this system ({system}) cannot fork, so files cannot be checked here yet\n"
        "hint: use Linux, macOS or WSL",
    ),
    "check.bad-size": Text("尺寸 `{expression}`：{why}", "the size `{expression}`: {why}"),
    "check.not-whole": Text(
        "尺寸 `{expression}` 算出 {value}，不是整数",
        "the size `{expression}` gives {value}, not an integer",
    ),
    "check.no-such-output": Text(
        "`properties` 里的 `{name}` 既不是输入，也不是调用的结果",
        "`{name}` in `properties` is neither an input nor a result of a call",
    ),
    "check.bad-mark": Text(
        "这一行写法不对，或上方没有同样缩进的语句\n"
        "提示：写成 `# mistake 代号: 替换的语句`，紧跟在被替换的语句下面",
        "misspelt, or not under a statement of the same indentation\n"
        "hint: write `# mistake code: replacement` under the statement it replaces",
    ),
    # the report
    "check.run": Text("隔离 {level} · 种子 {seed}", "isolation {level} · seed {seed}"),
    "check.right-in": Text("{of} 个用例中 {n} 个正确", "right in {n} of {of} cases"),
    "check.right-so-far": Text(
        "评判了的 {n} 个用例正确；另有 {left} 个因前面的调用出错而未评判",
        "right in the {n} judged; {left} not judged, where an earlier call is wrong",
    ),
    "check.right-in-one": Text("唯一的用例正确", "right in its only case"),
    "check.wrong-in-one": Text("唯一的用例错误", "wrong in its only case"),
    "check.wrong-in": Text("{of} 个用例中 {n} 个错误", "wrong in {n} of {of} cases"),
    "check.wrong-in-all": Text("全部 {of} 个用例都错", "wrong in all {of} cases"),
    "check.wrong-in-but": Text(
        "{of} 个用例中 {n} 个错误，只有「{right}」正确",
        "wrong in {n} of {of} cases: right only in {right}",
    ),
    "check.of-outputs": Text("{outputs}：{said}", "{outputs}: {said}"),
    "check.many-outputs": Text("{shown} 等 {n} 项", "{shown}, … ({n} outputs)"),
    "check.but-right-in": Text("（{of} 个用例中 {n} 个正确）", " ({n} of {of} cases are right)"),
    "check.in-case": Text("{label}：{said}", "{label}: {said}"),
    "check.in-output": Text("`{output}`（{label}）：{said}", "`{output}` ({label}): {said}"),
    "check.at-line": Text("第 {line} 行：", "line {line}: "),
    "check.yours": Text("你的约定：", "yours:"),
    "check.asked": Text("题目要求：", "asked for:"),
    # the first thing to mend
    "check.two-mistakes": Text("同时有两处错误：", "Two mistakes at once:"),
    "check.mistake-confirmed": Text("{output}：{text}", "{output}: {text}"),
    "check.mistake-consistent": Text(
        "{output}：像是「{text}」，但未能用新的数据确认",
        "{output}: fits “{text}”, not confirmed on fresh numbers",
    ),
    "check.effect-confirmed": Text("{output}：{text}", "{output}: {text}"),
    "check.effect-consistent": Text(
        "{output}：大概是：{text}（未能用新的数据确认）",
        "{output}: probably {text} (not confirmed on fresh numbers)",
    ),
    "check.repair": Text(
        "{output}：只改第 {line} 行，所有用例就都能通过",
        "{output}: changing only line {line} makes all cases pass",
    ),
    "check.repair-apart": Text(
        "{output}：只改第 {line} 行，这一项在所有用例中就都正确",
        "{output}: changing only line {line} makes this right in all cases",
    ),
    "check.repair-alike": Text(
        "{output}：第 {lines} 行作同样的修改，所有用例就都能通过",
        "{output}: the same change in lines {lines} makes all cases pass",
    ),
    "check.repair-either": Text(
        "{output}：只改第 {lines} 行中的任意一行，所有用例就都能通过",
        "{output}: changing only one of the lines {lines}, whichever, makes all cases pass",
    ),
    "check.repair-but": Text(
        "{output}：只改第 {line} 行，除「{but}」外的用例就都能通过",
        "{output}: changing only line {line} makes all cases pass but those of {but}",
    ),
    "check.repair-somewhere": Text(
        "{output}：只改一处，所有用例就都能通过",
        "{output}: changing a single place makes all cases pass",
    ),
    "check.cut-short": Text(
        "查找错误花的时间太长，没有试完所有可能就停下了。",
        "The search for the mistake took too long and ended before all was tried.",
    ),
    "check.unnamed": Text(
        "没有已知的错误与这些数值完全吻合。", "No known mistake gives exactly these numbers."
    ),
    "check.unnamed-of": Text(
        "`{function}`：没有已知的错误与这些数值完全吻合。",
        "`{function}`: no known mistake gives exactly these numbers.",
    ),
    "check.column.case": Text("用例", "case"),
    "check.column.entry": Text("最差的元素", "worst entry"),
    "check.column.yours": Text("你的", "yours"),
    "check.column.expected": Text("应为", "expected"),
    "check.column.ratio": Text("倍数", "ratio"),
    "check.more-rows": Text(
        "还有 {n} 个用例，`--json` 显示全部", "{n} more cases; `--json` has them all"
    ),
    "check.more-printed": Text("还打印了 {n} 行", "{n} more lines were printed"),
    "check.time": Text("⏱ 参考答案用时的 {times} 倍", "⏱ {times} × reference time"),
    "check.often-wrong": Text("这里常见的错误：{text}", "What often goes wrong here: {text}"),
    "check.target": Text("目标用时 {target} 分钟。", "Target time: {target} min."),
    "check.minutes": Text(
        "从第一次检查到通过用了 {minutes} 分钟，目标 {target} 分钟。",
        "{minutes} min since your first check; the target is {target} min.",
    ),
    "check.witnesses": Text("参考答案的验证：{names}", "reference proved by {names}"),
    "check.witness.finite-differences": Text("有限差分", "finite differences"),
    "check.witness.traced-gradient": Text("追踪求导", "traced gradient"),
    "check.witness.sympy": Text("SymPy", "SymPy"),
    "check.witness.torch": Text("PyTorch", "PyTorch"),
    "check.witness.onnx": Text("ONNX", "ONNX"),
    # what can be done next
    "check.next-passed": Text("`--solution` 显示参考答案", "`--solution` shows the worked answer"),
    "check.next-hint": Text("`--hint` 给一条提示", "`--hint` gives a hint"),
    "check.next-map": Text("`--map` 画出错在哪里", "`--map` draws where it is wrong"),
    "check.next-wrong-hint": Text("`--hint` 提示", "`--hint`"),
    "check.next-wrong-map": Text("`--map` 位置", "`--map` where"),
    "check.next-wrong-explain": Text("`--explain` 原因", "`--explain` why"),
    "check.next-of-file": Text(
        "`dlprep check {file} --hint` 给一条提示", "`dlprep check {file} --hint` gives a hint"
    ),
    "check.next-passed-of-file": Text(
        "`dlprep check {file} --solution` 显示参考答案",
        "`dlprep check {file} --solution` shows the worked answer",
    ),
    "check.next-explain": Text("`dlprep explain {code}`", "`dlprep explain {code}`"),
    # several exercises
    "check.names": Text("{names}", "{names}"),
    "check.unwritten": Text("尚未实现：{names}", "not implemented yet: {names}"),
    "check.unjudged": Text("未评判：{names}（{why}）", "not judged: {names} ({why})"),
    "check.earlier": Text(
        "它依赖的前一步有错或未实现", "an earlier call is wrong or not implemented"
    ),
    "check.column.file": Text("文件", "file"),
    "check.column.right": Text("正确", "right"),
    "check.column.wrong": Text("有错", "wrong"),
    "check.column.rest": Text("未评判", "not judged"),
    "check.follow-up": Text("面试官接着会问：{text}", "An interviewer asks next: {text}"),
    "check.stable": Text("数值稳定性：良好", "stability: fine"),
    "check.unstable": Text("数值稳定性：在「{cases}」上失效", "stability: breaks for {cases}"),
    # what went wrong in a call
    "check.kind.array": Text("{dtype} 数组", "an array of {dtype}"),
    "check.kind.scalar": Text("{dtype} 类型的数", "a number of type {dtype}"),
    "check.kind.number": Text("一个数", "a number"),
    "check.type": Text("应为 {expected}，得到 {got}", "expected {expected}, got {got}"),
    "check.integers": Text(
        "结果是 {dtype} 整数，小数部分丢失了",
        "the result is of integer type {dtype}: the fractions are lost",
    ),
    "check.shape": Text("形状应为 {expected}，得到 {got}", "expected shape {expected}, got {got}"),
    "check.length": Text(
        "应有 {expected} 个，得到 {got} 个", "expected {expected} parts, got {got}"
    ),
    "check.extra-keys": Text("多出的键：{keys}", "unexpected keys: {keys}"),
    "check.absent": Text("缺少这一项", "this entry is missing"),
    "check.absent-part": Text("找不到 `{text}`", "`{text}` is missing"),
    "check.arity": Text(
        "应返回 {expected} 个值，得到 {got} 个", "expected {expected} return values, got {got}"
    ),
    "check.one-value": Text(
        "应返回 {expected} 个值，得到的不是元组",
        "expected {expected} return values, got something that is not a tuple",
    ),
    "check.raised": Text("第 {line} 行：{type}：{text}", "line {line}: {type}: {text}"),
    "check.keyboard": Text(
        "第 {line} 行：被检查的文件不能从键盘读取；不要用 `input()`，把值写进代码",
        "line {line}: a file that is checked cannot read from the keyboard; instead of `input()`,"
        " write the value into the code",
    ),
    "check.lacks": Text(
        "`{type}` 类没有运算 `{sign}`（{text}）", "the class `{type}` has no `{sign}` ({text})"
    ),
    "check.lacks-right": Text(
        "`{type}` 类在右边时没有运算 `{sign}`，左边是 {left}（{text}）",
        "the class `{type}` has no `{sign}` with it on the right of {left} ({text})",
    ),
    "check.recursion": Text(
        "第 {line} 行：递归太深，没有尽头（函数不断调用自己）",
        "line {line}: the recursion is too deep, or never ends: a function keeps calling itself",
    ),
    "check.module-absent": Text(
        "第 {line} 行：这里没有 `{text}`，只能使用标准库和 NumPy",
        "line {line}: `{text}` is not available here: only the standard library and NumPy are",
    ),
    "check.stand-in": Text(
        "它调用的 `{text}` 来自 `{type}`，而那个文件不在这里",
        "it calls `{text}` from `{type}`, which is not here",
    ),
    "check.raised-somewhere": Text("{type}：{text}", "{type}: {text}"),
    "check.crash": Text("程序崩溃（{detail}）", "the program crashed ({detail})"),
    "check.timeout": Text(
        "超时；`--timeout` 可以放宽", "did not finish in time; `--timeout` allows more"
    ),
    "check.memory": Text("用掉的内存超过限额", "used more memory than allowed"),
    "check.output-limit": Text(
        "打印或返回的内容超过限额", "printed or returned more than is allowed"
    ),
    "check.exit": Text("程序在调用中退出", "the program ended during the call"),
    "check.not-implemented": Text("尚未实现", "not implemented yet"),
    "check.import-error": Text("导入失败：{text}", "import failed: {text}"),
    "check.syntax-error": Text("语法错误：{text}", "syntax error: {text}"),
    "check.mutated": Text("改动了输入 {names}", "it changes its input {names}"),
    "check.non-deterministic": Text(
        "同样的输入，换一个顺序再算，结果不同",
        "the same input in another order gives another result",
    ),
    "check.checker-error": Text(
        "检查器自身出错，这不是你的错：{what}", "the checker failed, not you: {what}"
    ),
    # another method than the task asks for
    "check.policy.module": Text(
        "第 {line} 行导入了 `{module}`：这道题要求自己写出计算过程",
        "line {line} imports `{module}`: this task asks for your own computation",
    ),
    "check.policy.differences": Text(
        "第 {line} 行用差商近似导数：这道题要求手写梯度公式，差商只适合用来检验",
        "line {line} takes a difference quotient: this task asks for the gradient as a formula; "
        "differences are for checking it",
    ),
    "check.policy.complex-step": Text(
        "第 {line} 行用复数步长近似导数：这道题要求手写梯度公式",
        "line {line} takes a complex step: this task asks for the gradient as a formula",
    ),
    # loading the file
    "check.load.raised": Text(
        "文件加载失败，第 {line} 行：{type}：{text}",
        "the file could not be loaded, line {line}: {type}: {text}",
    ),
    "check.load.raised-somewhere": Text(
        "文件加载失败：{type}：{text}", "the file could not be loaded: {type}: {text}"
    ),
    "check.load.died": Text(
        "加载文件时程序崩溃（{detail}）", "the program crashed while the file was loaded ({detail})"
    ),
    "check.load.timeout": Text("加载文件超时", "loading the file took too long"),
    "check.load.memory": Text("加载文件时内存超限", "loading the file took too much memory"),
    "check.load.output-limit": Text(
        "加载文件时输出太多", "loading the file produced too much output"
    ),
    "check.load.exit": Text("加载文件时程序自行退出", "the program ended while it was loaded"),
    "check.load.import-error": Text(
        "导入失败，第 {line} 行：{text}", "import failed, line {line}: {text}"
    ),
    "check.load.syntax-error": Text("语法错误：{text}", "syntax error: {text}"),
    "check.load.not-implemented": Text("文件在加载时就说尚未实现", "not implemented yet"),
    # facts
    "check.fact.zero": Text("`{output}` 总是 0", "`{output}` is always 0"),
    "check.fact.sign": Text(
        "`{output}` 每个用例都差一个负号", "`{output}` has the opposite sign in every case"
    ),
    "check.fact.ratio": Text(
        "`{output}` 在每个用例中都是正确值的 {ratio} 倍",
        "`{output}` is {ratio} times the right value in every case",
    ),
    "check.fact.transposed": Text(
        "`{output}` 是正确结果的转置", "`{output}` is the transpose of the right result"
    ),
    "check.fact.convention": Text(
        "按另一种约定是对的：{yours_text}。题目要求：{asked_text}",
        "Right by another convention: {yours_text}. The task asks for: {asked_text}",
    ),
    "check.fact.accepted": Text("按这一约定判定：{yours_text}", "judged by: {yours_text}"),
    "check.accepted-of": Text("{names} 按这一约定判定：{text}", "{names} judged by: {text}"),
    "check.fact.follows": Text(
        "这里按另一种约定来判：{yours_text}。题目要求：{asked_text}",
        "Judged by another convention: {yours_text}. The task asks for: {asked_text}",
    ),
    # lint of exercises
}
