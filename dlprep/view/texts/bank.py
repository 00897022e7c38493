"""Sentences about the bank: its files, its commands."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

_FILES = {
    "bank.unreadable": Text("无法读取（{why}）", "cannot be read ({why})"),
    "bank.no-file": Text("这不是普通文件", "this is not a regular file"),
    "bank.empty-file": Text(
        "文件是空的，应有 `leaf:` 和 `items:`", "the file is empty; expected `leaf:` and `items:`"
    ),
    "bank.yaml.too-large": Text(
        "文件超过 {megabytes} MB，请拆成几个文件",
        "the file is larger than {megabytes} MB; split it into several",
    ),
    "bank.yaml.not-utf8": Text("文件不是 UTF-8 编码", "the file is not UTF-8 text"),
    "bank.yaml.control-character": Text(
        "含有 YAML 不允许的控制字符", "contains a control character that YAML does not allow"
    ),
    "bank.yaml.syntax": Text("不是合法的 YAML：{problem}", "this is not YAML: {problem}"),
    "bank.yaml.problem.value-missing": Text("这里缺少一个值", "a value is missing here"),
    "bank.yaml.problem.list-open": Text(
        "列表里缺少 `,` 或 `]`", "a list lacks a `,` or its closing `]`"
    ),
    "bank.yaml.problem.table-open": Text(
        "花括号里缺少 `,` 或 `}}`", "a table in braces lacks a `,` or its closing `}}`"
    ),
    "bank.yaml.problem.indentation": Text(
        "缩进和上面的行不一致", "the indentation does not match the lines above"
    ),
    "bank.yaml.problem.stray-colon": Text(
        "多了一个 `: `，或缩进不对；含冒号的文字要加引号",
        "a stray `: `, or a wrong indentation; text with a colon needs quotes",
    ),
    "bank.yaml.problem.colon-missing": Text("键后面缺少 `:`", "a key lacks its `:`"),
    "bank.yaml.problem.bad-start": Text(
        "这个字符不能开头；请给文字加引号，缩进不要用 Tab",
        "nothing starts with this character; quote the text, and do not indent by tabs",
    ),
    "bank.yaml.problem.tab": Text("缩进请用空格，不要用 Tab", "indent by spaces, not by tabs"),
    "bank.yaml.problem.quote-open": Text("引号没有结束", "a quotation mark is never closed"),
    "bank.yaml.problem.stray-dash": Text(
        "这里不能写列表项 `- `", "no list item `- ` can stand here"
    ),
    "bank.yaml.too-deep": Text("嵌套超过 {depth} 层", "nested more than {depth} levels deep"),
    "bank.yaml.second-document": Text(
        "一个文件只能有一个 YAML 文档，`---` 之后的内容没有读取",
        "a file holds one YAML document; what follows `---` was not read",
    ),
    "bank.yaml.alias": Text(
        "不支持引用 `*{name}`，请把内容写出来", "the alias `*{name}` is not allowed; write it out"
    ),
    "bank.yaml.anchor": Text(
        "不支持锚点 `&{name}`，请删去", "the anchor `&{name}` is not allowed; remove it"
    ),
    "bank.yaml.tag": Text(
        "不支持类型标签 `{tag}`，请删去", "the tag `{tag}` is not allowed; remove it"
    ),
    "bank.yaml.key-not-a-word": Text("键应是一个词", "expected a word as key"),
    "bank.yaml.duplicate-key": Text(
        "键 `{key}` 重复，第一次出现在第 {first} 行",
        "the key `{key}` stands twice; first on line {first}",
    ),
    "bank.no-registry": Text("题库缺少 `{name}`", "the bank has no `{name}`"),
    "bank.damaged-index": Text(
        "题库的缓存已损坏，已经删除\n提示：再运行一次，会重新读取题库",
        "the cached index of the bank was damaged and has been removed\n"
        "hint: run the command again; the bank is then read anew",
    ),
    "bank.more-faults": Text(
        "另有 {count} 处错误；`dlprep bank lint` 全部列出",
        "faults not shown: {count}; `dlprep bank lint` names them all",
    ),
    "bank.left-out": Text(
        "题库里有错误，相关的题目没有收入：", "the bank has faults; what they break is left out:"
    ),
    "bank.no-such-folder": Text(
        "没有这个题库文件夹\n提示：`--bank` 后面是含有 `questions/` 的文件夹",
        "there is no such bank folder\nhint: `--bank` takes a folder that holds `questions/`",
    ),
    "bank.no-bank": Text(
        "找不到题库\n提示：用 `--bank 文件夹` 指定，或重新安装 dlprep",
        "no question bank was found\nhint: name one with `--bank DIR`, or reinstall dlprep",
    ),
}

_VALUES = {
    "bank.found.list": Text("一个列表", "a list"),
    "bank.found.table": Text("一组键值", "a table"),
    "bank.found.nothing": Text("空的", "nothing"),
    "bank.lang.zh": Text("中文", "Chinese"),
    "bank.lang.en": Text("英文", "English"),
    "bank.expected.text": Text(
        "应为文字，这里是 {found}（true、null 之类的词要加引号）",
        "expected text, found {found} (words such as true and null need quotes)",
    ),
    "bank.expected.integer": Text("应为整数，这里是 {found}", "expected an integer, found {found}"),
    "bank.expected.number": Text(
        "应为有限的数，这里是 {found}", "expected a finite number, found {found}"
    ),
    "bank.expected.truth": Text(
        "应为 true 或 false，这里是 {found}", "expected true or false, found {found}"
    ),
    "bank.expected.any": Text(
        "应为单个值，这里是{found}", "expected a single value, found {found}"
    ),
    "bank.expected.one-of": Text(
        "应为 {words} 之一，这里是 {found}", "expected one of {words}, found {found}"
    ),
    "bank.expected.list": Text(
        "应为列表，如 `[…]`，这里是 {found}", "expected a list such as `[…]`, found {found}"
    ),
    "bank.expected.table": Text(
        "应为一组键值，这里是 {found}", "expected a table of keys, found {found}"
    ),
    "bank.expected.translations": Text(
        "应为 `{{zh: …, en: …}}`，这里是 {found}", "expected `{{zh: …, en: …}}`, found {found}"
    ),
    "bank.expected.item-file": Text(
        "应有 `leaf:` 和 `items:`，这里是 {found}", "expected `leaf:` and `items:`, found {found}"
    ),
    "bank.expected.length": Text(
        "应有 {length} 个值，这里有 {count} 个", "expected {length} values, found {count}"
    ),
    "bank.out-of-range": Text(
        "应在 {low} 到 {high} 之间，这里是 {found}", "expected {low} to {high}, found {found}"
    ),
    "bank.unknown-key": Text(
        "没有键 `{key}`，可用的键：{known}", "there is no key `{key}`; the keys are {known}"
    ),
    "bank.unknown-key-near": Text(
        "没有键 `{key}`，是否想写 `{near}`？", "there is no key `{key}`; did you mean `{near}`?"
    ),
    "bank.missing-key": Text("缺少 `{key}`", "`{key}` is missing"),
    "bank.missing-translation": Text("缺少{lang}", "the {lang} text is missing"),
}

_ITEMS = {
    "bank.bad-id": Text(
        "`{id}` 不是合法的 id，应由小写字母、数字、连字符组成，用点分段",
        "`{id}` is not an id: expected lower-case letters, digits and hyphens, joined by dots",
    ),
    "bank.id-outside-leaf": Text(
        "id `{id}` 应以 `{prefix}` 开头", "the id `{id}` should start with `{prefix}`"
    ),
    "bank.param-ways": Text(
        "参数 `{name}` 应恰好写 `choice`、`int`、`real` 中的一个",
        "the parameter `{name}` needs exactly one of `choice`, `int` and `real`",
    ),
    "bank.duplicate-id": Text(
        "id `{id}` 已在 {first} 用过，这一题没有收入题库",
        "the id `{id}` is taken by {first}; this item is left out",
    ),
    "bank.no-such-id": Text(
        "没有 id 为 `{id}` 的题\n"
        "提示：`dlprep bank list` 列出所有题目，`dlprep bank search 词` 搜索",
        "there is no item `{id}`\n"
        "hint: `dlprep bank list` lists all, `dlprep bank search WORD` finds some",
    ),
    "bank.no-such-id-near": Text(
        "没有 id 为 `{id}` 的题\n提示：相近的有：{near}",
        "there is no item `{id}`\nhint: near it are {near}",
    ),
}

_COMMANDS = {
    "bank.help": Text("检查、浏览和编写题目", "Check, browse and write questions"),
    "bank.epilog": examples(
        "dlprep bank search softmax",
        "dlprep bank show loss.mse.conventions",
        "dlprep bank lint",
    ),
    "bank.lint-help": Text(
        "检查题目并验证答案",
        "Check questions and prove their answers",
    ),
    "bank.lint-epilog": examples(
        "dlprep bank lint",
        "dlprep bank lint questions/code",
        "dlprep bank lint questions/loss --changed",
    ),
    "bank.paths-help": Text(
        "文件或文件夹（默认整个题库）", "Files or folders (default: the whole bank)"
    ),
    "bank.changed-help": Text(
        "只检查上次通过之后改动过的文件", "Only files changed since they were last clean"
    ),
    "bank.seed-help": Text("随机种子", "Seed of the random draws"),
    "bank.coverage-help": Text(
        "内容计划里已有题目的主题",
        "Planned topics that have a question",
    ),
    "bank.coverage-epilog": examples(
        "dlprep bank coverage",
        "dlprep bank coverage --leaf loss",
        "dlprep bank coverage --missing",
    ),
    "bank.missing-help": Text(
        "只列出还没有题目的主题", "Only the topics that have no question yet"
    ),
    "bank.figures-help": Text(
        "题库的各项数字，一页 Markdown", "Figures of the bank as a page of Markdown"
    ),
    "bank.figures-epilog": examples(
        "dlprep bank figures",
        "dlprep bank figures --lang zh",
    ),
    "bank.leaf-help": Text("只看这个知识点，或它下面的", "Only this leaf, or those below it"),
    "bank.list-help": Text("列出题目", "List questions"),
    "bank.list-epilog": examples(
        "dlprep bank list --topic loss --kind numeric",
        "dlprep bank list --difficulty 1-2 --json",
    ),
    "bank.topic-help": Text(
        "知识点或题目 id 的前缀，或题目里的词；可多次给出",
        "Beginning of a leaf or id, or words of the question; may be repeated",
    ),
    "bank.kind-help": Text(
        "题型，可重复，也可用逗号分隔：{kinds}",
        "Kind, may be repeated or joined by commas: {kinds}",
    ),
    "bank.difficulty-help": Text(
        "难度 1 到 5，如 2、1,2 或 1-3", "Difficulty 1 to 5, as 2, 1,2 or 1-3"
    ),
    "bank.show-help": Text("按答题时的样子显示一道题", "Show one question as a person sees it"),
    "bank.show-epilog": examples(
        "dlprep bank show loss.mse.conventions",
        "dlprep bank show loss.mse.conventions --lang zh --no-key",
    ),
    "bank.id-help": Text("题目的 id", "The id of the question"),
    "bank.no-key-help": Text("不显示答案和解析", "Without answer and explanation"),
    "bank.new-help": Text("写一份带注释的新题模板", "Write a template of a new question"),
    "bank.new-epilog": examples(
        "dlprep bank new choice loss.mse",
        "dlprep bank new card loss.mse units-again --out my-bank",
    ),
    "bank.new-kind-help": Text("题型：{kinds}", "Kind of question: {kinds}"),
    "bank.new-leaf-help": Text("题目所属的知识点", "The leaf the question belongs to"),
    "bank.slug-help": Text(
        "id 的最后一段，小写字母、数字、连字符，默认 my-question",
        "The last part of the id: lower-case letters, digits, hyphens (default: my-question)",
    ),
    "bank.out-help": Text(
        "写到这个文件夹（默认你自己的题目文件夹）",
        "Write below this folder (default: the folder of your own questions)",
    ),
    "bank.search-help": Text("按词搜索题目", "Find questions by words"),
    "bank.search-epilog": examples(
        "dlprep bank search softmax gradient",
        "dlprep bank search 交叉熵 梯度",
    ),
    "bank.words-help": Text("要找的词，须全部出现", "Words that must all occur"),
    "bank.schema-help": Text(
        "打印题目文件的 JSON Schema，供编辑器用",
        "Print the JSON Schema of question files",
    ),
    "bank.schema-epilog": examples(
        "dlprep bank schema",
        "dlprep bank schema > bank.schema.json",
    ),
    "bank.no-such-kind": Text(
        "没有题型 `{kind}`\n提示：可用的题型：{kinds}",
        "there is no kind `{kind}`\nhint: the kinds are {kinds}",
    ),
    "bank.bad-difficulty": Text(
        "难度 `{text}` 看不懂\n提示：写成 `2`、`1,2` 或 `1-3`，范围 1 到 5",
        "the difficulty `{text}` cannot be read\nhint: write `2`, `1,2` or `1-3`, within 1 to 5",
    ),
    "bank.no-such-leaf": Text(
        "没有知识点 `{leaf}`\n提示：相近的有：{near}；`dlprep bank coverage` 列出全部",
        "there is no leaf `{leaf}`\nhint: near it: {near}; `dlprep bank coverage` lists all",
    ),
    "bank.no-leaf": Text(
        "没有知识点 `{leaf}`\n提示：`dlprep bank coverage` 列出全部",
        "there is no leaf `{leaf}`\nhint: `dlprep bank coverage` lists all",
    ),
    "bank.no-such-path": Text("没有这个文件或文件夹", "there is no such file or folder"),
    "bank.no-files": Text("这里没有题目文件（.yaml）", "there are no question files (.yaml) here"),
    "bank.bad-slug": Text(
        "`{slug}` 不能用作 id\n提示：只用小写字母、数字、连字符，如 `my-question`",
        "`{slug}` cannot be part of an id\n"
        "hint: lower-case letters, digits and hyphens, such as `my-question`",
    ),
    "bank.id-taken": Text(
        "id `{id}` 已在 {first} 用过\n提示：在知识点后面另写一个名字",
        "the id `{id}` is taken by {first}\nhint: write another name after the leaf",
    ),
    "bank.not-appendable": Text(
        "文件不是以题目列表结尾，无法追加\n提示：先让 `dlprep bank lint` 通过",
        "the file does not end in its list of items, so nothing can be added\n"
        "hint: make `dlprep bank lint` pass first",
    ),
    "bank.unwritable": Text("无法写入（{why}）", "cannot be written ({why})"),
}

_SCREENS = {
    "bank.written-solution": Text(
        "答案的模板在 {file}", "the template of its solution is in {file}"
    ),
    "bank.written": Text(
        "已写入 {where}\n填好各处之后运行 `dlprep bank lint {file}`",
        "written to {where}\nFill it in, then run `dlprep bank lint {file}`",
    ),
    "bank.reading": Text("读取题库 {done}/{total}", "reading the bank {done}/{total}"),
    "bank.linting": Text("检查 {done}/{total}", "linting {done}/{total}"),
    "bank.lint-clean": Text(
        "{files} 个文件、{items} 道题，没有发现问题", "files {files} · items {items} · no faults"
    ),
    "bank.lint-unclean": Text(
        "{files} 个文件、{items} 道题：{faults} 个错误，{warnings} 个提醒",
        "files {files} · items {items} · faults {faults} · warnings {warnings}",
    ),
    "bank.lint-unchanged": Text(
        "另有 {unchanged} 个文件自上次通过后没有改动",
        "unchanged since they were clean: {unchanged} more",
    ),
    "bank.warning": Text("提醒", "warning"),
    "bank.coverage-leaf": Text("知识点", "leaf"),
    "bank.coverage-topics": Text("已覆盖/计划", "covered/planned"),
    "bank.coverage-total": Text("合计", "total"),
    "bank.coverage-kinds": Text("按题型", "by kind"),
    "bank.coverage-ways": Text("按验证方式", "by verification"),
    "bank.coverage-items": Text("题数", "items"),
    "bank.coverage-missing-count": Text(
        "还没有题目的主题：{count} 个", "topics without a question: {count}"
    ),
    "bank.way.computed": Text("计算验证", "computed"),
    "bank.way.derived": Text("推导验证", "derived"),
    "bank.way.tested": Text("运行验证", "tested"),
    "bank.way.reviewed": Text("复核过", "reviewed"),
    "bank.way.draft": Text("待复核", "draft"),
    "bank.coverage-missing": Text("还缺", "missing"),
    "bank.coverage-unplanned": Text("计划之外", "not in the plan"),
    "bank.coverage-more": Text(
        "`--leaf {branch}` 逐个知识点查看", "`--leaf {branch}` shows each leaf"
    ),
    "bank.list-count": Text("{count} 道题", "items: {count}"),
    "bank.list-none": Text(
        "没有符合条件的题\n提示：放宽条件，或用 `dlprep bank search 词` 搜索",
        "no item fits\nhint: ask for less, or try `dlprep bank search WORD`",
    ),
    "bank.kind.choice": Text("选择", "choice"),
    "bank.kind.numeric": Text("数值", "numeric"),
    "bank.kind.formula": Text("公式", "formula"),
    "bank.kind.derivation": Text("推导", "derivation"),
    "bank.kind.code": Text("编程", "code"),
    "bank.kind.torch": Text("PyTorch 编程", "PyTorch code"),
    "bank.kind.short": Text("简答", "short answer"),
    "bank.kind.open": Text("开放题", "open question"),
    "bank.kind.card": Text("闪卡", "flashcard"),
    "bank.show.answer": Text("答案", "Answer"),
    "bank.show.explanation": Text("解析", "Why"),
    "bank.show.conventions": Text("约定", "Conventions"),
    "bank.show.hint": Text("提示", "Hint"),
    "bank.show.common-mistake": Text("常见错误", "Common mistake"),
    "bank.show.follow-up": Text("面试官接着会问", "An interviewer asks next"),
    "bank.show.references": Text("参考", "References"),
    "bank.show.goal": Text("目标", "Goal"),
    "bank.show.given": Text("已知", "Given"),
    "bank.show.steps": Text("推导", "Derivation"),
    "bank.show.points": Text("要点", "Key points"),
    "bank.show.symbols": Text("符号", "Symbols"),
    "bank.show.wrong": Text("常见的错误答案", "Wrong answers people give"),
    "bank.show.functions": Text("函数", "Functions"),
    "bank.show.cases": Text("用例", "Cases"),
    "bank.show.several": Text("（可多选）", "(several may be right)"),
    "bank.show.required": Text("必须说到", "required"),
}

TEXTS: dict[str, Text] = _FILES | _VALUES | _ITEMS | _COMMANDS | _SCREENS
