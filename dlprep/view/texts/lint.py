"""What lint says of an item."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "lint.no-such-leaf": Text(
        "大纲里没有知识点 `{leaf}`，相近的：{near}",
        "the outline has no leaf `{leaf}`; near: {near}",
    ),
    "lint.topic-unplanned": Text(
        "内容计划里这个知识点没有主题「{topic}」，相近的：{near}",
        "the plan has no topic “{topic}” for this leaf; near: {near}",
    ),
    "lint.kind-unplanned": Text(
        "这个主题计划的题型是 {planned}，不是 {kind}",
        "this topic is planned as {planned}, not {kind}",
    ),
    "lint.formula-not-key": Text("`{text}` 与答案不相等", "`{text}` does not equal the answer"),
    "lint.formula-wrong-is-right": Text(
        "错误答案 `{code}` 与正确答案相等，或无法区分",
        "the wrong answer `{code}` equals the key, or cannot be told from it",
    ),
    "lint.formula-wrong-twice": Text(
        "错误答案 `{one}` 与 `{other}` 相等", "the wrong answers `{one}` and `{other}` are equal"
    ),
    "lint.derivation-answer": Text(
        "答案 `{text}` 与 `given` 推出的不一致",
        "the answer `{text}` is not what follows from `given`",
    ),
    "lint.derivation-sympy": Text(
        "答案 `{text}` 与 SymPy 求得的导数不一致：{sympy}",
        "the answer `{text}` is not the derivative that SymPy finds: {sympy}",
    ),
    "lint.derivation-line": Text(
        "这一行不成立，或无法验证：`{text}`",
        "this line does not hold, or cannot be checked: `{text}`",
    ),
    "lint.derivation-end": Text(
        "推导没有得到所求的结果：{missing}",
        "the worked lines do not end in what is asked: {missing}",
    ),
    "lint.formula-no-name": Text(
        "`by` 应当是 `symbols` 里的一个名字，而不是它的分量：`{by}`",
        "`by` must be a name of `symbols` and no entry of it: `{by}`",
    ),
    "lint.formula-not-slope": Text(
        "有限差分表明：答案不是 `{of}` 对 `{by}` 的导数",
        "finite differences say that the answer is not the derivative of `{of}` by `{by}`",
    ),
    "lint.unfilled": Text(
        "模板里还有 {count} 处 `…` 没有填：{parts}",
        "the template has {count} `…` left to fill in: {parts}",
    ),
    "lint.formulas-differ": Text(
        "两种语言的公式不同；只在中文里：{zh}；只在英文里：{en}",
        "the formulas differ; only in Chinese: {zh}; only in English: {en}",
    ),
    "lint.numbers-differ": Text(
        "两种语言的数字不同；只在中文里：{zh}；只在英文里：{en}",
        "the numbers differ; only in Chinese: {zh}; only in English: {en}",
    ),
    "lint.dollar-unpaired": Text(
        "`$` 不成对（美元符号本身写作 `\\$`）",
        "a `$` has no partner (a dollar sign itself is `\\$`)",
    ),
    "lint.latex": Text(
        "公式里有 LaTeX 命令 `{command}`，请改用 Unicode",
        "the LaTeX command `{command}` stands in a formula; write Unicode",
    ),
    "lint.chinese-in-english": Text("英文里残留中文", "Chinese is left over in the English text"),
    "lint.not-chinese": Text("中文文本里没有汉字", "the Chinese text has no Chinese in it"),
    "lint.half-width": Text(
        "中文旁边用了半角标点（`{mark}`）", "half-width punctuation beside Chinese (`{mark}`)"
    ),
    "lint.no-such-convention": Text(
        "`conventions.yaml` 里没有 `{code}`，相近的：{near}",
        "`conventions.yaml` has no `{code}`; near: {near}",
    ),
    "lint.no-such-mistake": Text(
        "`mistakes.yaml` 里没有 `{code}`，相近的：{near}",
        "`mistakes.yaml` has no `{code}`; near: {near}",
    ),
    "lint.no-such-function": Text(
        "题目没有函数 `{name}`，相近的：{near}",
        "the exercise has no function `{name}`; near: {near}",
    ),
    "lint.links-itself": Text("题目指向了自己", "the item links to itself"),
    "lint.no-such-item": Text(
        "没有 id 为 `{id}` 的题，相近的：{near}", "there is no item `{id}`; near: {near}"
    ),
    "lint.no-references": Text(
        "没有参考文献，应至少写一条论文或书", "expected at least one paper or book"
    ),
    "lint.option-count": Text(
        "有 {count} 个选项，应为 {fewest} 到 {most} 个",
        "{count} options; expected {fewest} to {most}",
    ),
    "lint.right-count": Text(
        "有 {right} 个正确选项，应恰好一个（多选题写 `several: true`）",
        "{right} options are right; expected exactly one (or `several: true`)",
    ),
    "lint.several-right-count": Text(
        "有 {right} 个正确选项；多选题应有对有错",
        "{right} options are right; expected some right and some wrong",
    ),
    "lint.right-with-mistake": Text(
        "正确选项 `{key}` 不应带 `mistake`", "the right option `{key}` cannot show a mistake"
    ),
    "lint.option-twice": Text("与前面的选项重复：{text}", "an earlier option has the same: {text}"),
    "lint.right-is-longest": Text(
        "正确选项比其他选项长得多（{right} 字符，其余最长 {wrong}），容易被猜中",
        "the right option is much longer than the others ({right} characters to {wrong}) "
        "and gives itself away",
    ),
    "lint.right-is-shortest": Text(
        "正确选项比其他选项短得多（{right} 字符，其余最短 {wrong}），容易被猜中",
        "the right option is much shorter than the others ({right} characters to {wrong}) "
        "and gives itself away",
    ),
    "lint.rejected-term": Text(
        "词汇表不用「{word}」，请写「{instead}」",
        "the glossary rejects “{word}”; write “{instead}”",
    ),
    "lint.too-long": Text(
        "太长：{length} 词，至多 {most}", "too long: {length} words; at most {most}"
    ),
    "lint.reference-form": Text(
        "参考文献应写成「作者 年份, 标题」，可加章节：{text}",
        "a reference reads “Authors 2016, Title”, with the section where one is meant: {text}",
    ),
    "lint.reference-authors": Text(
        "作者多于三位时写作「{first} et al.」：{text}",
        "from four authors on write “{first} et al.”: {text}",
    ),
    "lint.reference-spelt": Text(
        "同一文献在别处写成「{known}」，请统一写法：{text}",
        "the same work is cited elsewhere as “{known}”; write it alike: {text}",
    ),
    "lint.asked-twice": Text(
        "题面与 `{id}` 有 {percent}% 相同；确实是两道题就在 `confuses` 里写上对方",
        "{percent}% of this prompt is that of `{id}`; if they are two questions, "
        "name the other in `confuses`",
    ),
    "lint.gives-away": Text(
        "题面里有 `{id}` 的答案 `{answer}`；应先答那道题的，在 `needs` 里写上它",
        "this prompt shows the answer of `{id}`, `{answer}`; name it in `needs`, "
        "so that it is asked first",
    ),
    "lint.needs-circle": Text(
        "这些题互相需要，谁也不能先问：{circle}；请去掉其中一处 `needs`",
        "these questions need one another, so none can be asked first: {circle}; "
        "take one out of `needs`",
    ),
    "lint.whole-bank": Text("所有题目", "all questions"),
    "lint.telling.longest": Text(
        "{branch}：总选最长的选项，{lang}里 {count} 道单选能对 {hits} 道（随机应为 {fair}）",
        "{branch}: in {lang}, picking the longest option is right {hits} times of {count} "
        "(chance: {fair})",
    ),
    "lint.telling.shortest": Text(
        "{branch}：总选最短的选项，{lang}里 {count} 道单选能对 {hits} 道（随机应为 {fair}）",
        "{branch}: in {lang}, picking the shortest option is right {hits} times of {count} "
        "(chance: {fair})",
    ),
    "lint.drill-slip": Text(
        "限时练习没有主题 `{drill}`，是否想写 `{usual}`？",
        "the timed set has no topic `{drill}`; did you mean `{usual}`?",
    ),
    "lint.key-not-finite": Text(
        "当 {values} 时答案不是有限的数", "the key is not finite for {values}"
    ),
    "lint.wrong-not-finite": Text(
        "当 {values} 时这个错误答案不是有限的数", "this wrong answer is not finite for {values}"
    ),
    "lint.wrong-is-right": Text(
        "当 {values} 时错误答案 `{code}` 与正确答案相同",
        "the wrong answer `{code}` equals the key for {values}",
    ),
    "lint.point-count": Text(
        "有 {count} 个要点，应为 {fewest} 到 {most} 个",
        "{count} key points; expected {fewest} to {most}",
    ),
    "lint.no-required-point": Text(
        "至少要有一个要点是必须的", "expected at least one required point"
    ),
    "lint.point-twice": Text("要点的键 `{key}` 重复", "an earlier point has the key `{key}`"),
    # Rubrics
    "lint.alias-empty": Text("词「{term}」里有空的写法", "the term “{term}” has an empty alias"),
    "lint.pattern-broken": Text("正则表达式读不懂：{why}", "cannot read this pattern: {why}"),
    "lint.pattern-unsafe": Text(
        "正则表达式 {pattern} 可能很慢：只重复单个字符，写 `?` 或 `{{0,n}}`，n 小于 30，至多两处",
        "the pattern {pattern} could be slow: repeat single characters only, as `?` or "
        "`{{0,n}}` with n below 30, at most twice",
    ),
    "lint.no-aliases": Text(
        "要点 `{key}` 没有{lang}的说法", "the point `{key}` has no {lang} aliases"
    ),
    "lint.point-misses-itself": Text(
        "要点 `{key}` 的证据在它自己的文字里找不到",
        "the evidence of `{key}` is not found in the point's own text",
    ),
    "lint.point-in-prompt": Text(
        "只抄题目就会找到要点 `{key}`", "the prompt alone already shows the point `{key}`"
    ),
    "lint.no-example": Text(
        "缺少一个{lang}的例答（{grade}）", "an example answer in {lang} is missing: {grade}"
    ),
    "lint.model-not-full": Text(
        "参考答案没有得满分，没找到：{missed}",
        "the model answer does not get full credit; not found: {missed}",
    ),
    "lint.example-misgraded": Text(
        "例答标为 {grade}，得分却是 {low}；没找到：{missed}",
        "the example is called {grade} but scores {low}; not found: {missed}",
    ),
    "lint.trick-pays.pasted": Text(
        "抄题目得了满分（{lang}）：{start}", "pasting the prompt gets full credit ({lang}): {start}"
    ),
    "lint.trick-pays.injected": Text(
        "命令评分器得了满分（{lang}）：{start}",
        "telling the grader what to do gets full credit ({lang}): {start}",
    ),
    "lint.trick-pays.listed": Text(
        "只列关键词得了满分（{lang}）：{start}",
        "a mere list of terms gets full credit ({lang}): {start}",
    ),
    "lint.trick-pays.denied": Text(
        "否定了的回答得了满分（{lang}）：{start}",
        "an answer with every statement denied gets full credit ({lang}): {start}",
    ),
    "lint.trick-pays.disowned": Text(
        "说成「是错的」的回答得了满分（{lang}）：{start}",
        "an answer that calls every statement wrong gets full credit ({lang}): {start}",
    ),
    "lint.trick-pays.shuffled": Text(
        "打乱词序的回答得了满分（{lang}）：{start}",
        "a good answer with its words shuffled gets full credit ({lang}): {start}",
    ),
    "lint.point-everywhere": Text(
        "要点 `{key}` 在别的主题的参考答案里也找得到：{where}",
        "the point `{key}` is also found in good answers of other topics: {where}",
    ),
    "lint.no-steps": Text("推导没有步骤", "the derivation has no steps"),
    "lint.torch-unproved": Text(
        "没有安装 PyTorch：只检查了能否读懂，没有运行答案和写下的错误",
        "PyTorch is not installed: read, but the solution and its mistakes have not been run",
    ),
    "lint.no-solution": Text("`solutions/{file}` 不存在", "there is no `solutions/{file}`"),
}
