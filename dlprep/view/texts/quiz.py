"""Sentences of `dlprep quiz`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "quiz.help": Text(
        "测验：默认混合到期的、薄弱的和新的题目，问得多的主题出现得多",
        "Quiz: by default a mix of what is due, what went badly and what is new; what "
        "interviews ask often comes more often",
    ),
    "quiz.epilog": examples(
        "dlprep quiz --topic loss --number 5",
        "dlprep quiz --kind numeric --difficulty 1-2",
        "dlprep quiz --resume",
    ),
    "quiz.topic-help": Text(
        "主题：编号的开头（如 loss、optim.adam）或标题、题目里的词；可重复",
        "Topic: the beginning of an id (loss, optim.adam) or words of a title or question; "
        "may be repeated",
    ),
    "quiz.kind-help": Text(
        "题型：choice numeric formula derivation short open card；可重复",
        "Kind: choice numeric formula derivation short open card; may be repeated",
    ),
    "quiz.difficulty-help": Text("难度，如 2 或 1-3（1 到 5）", "Difficulty, as 2 or 1-3 (1 to 5)"),
    "quiz.marked-help": Text("只要标记过的题目", "Only questions you marked"),
    "quiz.nothing-marked": Text(
        "还没有标记过题目\n提示：测验和闪卡里按 m 标记一道题",
        "no question is marked yet\nhint: the key m marks one, in the quiz and in flashcards",
    ),
    "quiz.number-help": Text("题目数量", "How many questions"),
    "quiz.seed-help": Text(
        "随机种子：同样的种子和进度给出同样的测验",
        "Seed: the same seed and progress give the same quiz",
    ),
    "quiz.resume-help": Text("继续上次没做完的测验", "Go on with the unfinished quiz"),
    "quiz.json-help": Text(
        "标准输入输出上使用 JSON Lines，供编辑器和脚本使用",
        "Speak JSON lines on stdin and stdout, for editors and scripts",
    ),
    # Called wrongly
    "quiz.nothing": Text(
        "没有符合条件的题目\n提示：放宽 --topic、--kind 或 --difficulty；"
        "`dlprep bank list` 列出所有题目",
        "no question fits\nhint: widen --topic, --kind or --difficulty; "
        "`dlprep bank list` shows them all",
    ),
    "quiz.nothing-near": Text(
        "没有符合条件的题目\n提示：相近的主题有 {near}",
        "no question fits\nhint: topics near yours: {near}",
    ),
    "quiz.no-such-kind": Text(
        "没有题型 `{kind}`\n提示：可选 {known}", "there is no kind `{kind}`\nhint: choose {known}"
    ),
    "quiz.code-kind": Text(
        "编程题不在测验里\n提示：写一个文件，用 `dlprep check solution.py` 检查",
        "coding exercises are not part of the quiz\n"
        "hint: write a file and run `dlprep check solution.py`",
    ),
    "quiz.bad-difficulty": Text(
        "难度 `{value}` 读不懂\n提示：写 1 到 5 的数，如 `2` 或 `1-3`",
        "cannot read the difficulty `{value}`\nhint: numbers from 1 to 5, as `2` or `1-3`",
    ),
    "quiz.broken": Text(
        "题目 `{id}` 有错误，已跳过：{why}", "`{id}` is broken and was left out: {why}"
    ),
    "quiz.draft": Text(
        "题目 `{id}` 还没有写完，已跳过", "`{id}` is not written yet and was left out"
    ),
    "quiz.nothing-to-resume": Text(
        "没有未完成的测验，开始新的", "no unfinished quiz; starting a new one"
    ),
    # Around a question
    "quiz.convention": Text("约定", "Convention"),
    "quiz.several": Text("（多选：选出所有正确的）", "(pick all that are right)"),
    "quiz.parts": Text(
        "（{count} 个数，用逗号或 × 分开）", "({count} numbers, with commas or × between them)"
    ),
    "quiz.unit": Text("单位：{unit}", "unit: {unit}"),
    "quiz.formula-answer": Text(
        "写出公式，LaTeX、NumPy 或 Unicode 都可以，行末写 \\ 换行接着写；符号：{symbols}",
        "write the formula in LaTeX, NumPy or Unicode, with \\ at the end of a line that goes on; "
        "symbols: {symbols}",
    ),
    "quiz.own-answer": Text(
        "（写下或说出你的答案，回车后对照参考答案）",
        "(write or say your answer, then press enter to compare)",
    ),
    "quiz.own-answer-lines": Text(
        "（写下或说出你的答案，空行结束，然后对照参考答案）",
        "(write or say your answer; an empty line ends it and brings the model answer)",
    ),
    "quiz.own-derivation": Text(
        "（写下各步，用「；」隔开，或在纸上推导；回车后检查写下的步骤并对照参考答案。"
        "`dlprep derive {id}` 可以逐行推导）",
        "(write the steps, with `;` between them, or do it on paper; enter checks what you wrote "
        "and shows the model answer. `dlprep derive {id}` takes it line by line)",
    ),
    "quiz.hint": Text("提示", "Hint"),
    "quiz.no-hint": Text("这题没有提示", "there is no hint for this one"),
    "quiz.clue-option": Text("{option} 不对", "{option} is not right"),
    "quiz.clue-step": Text("第一步：{reason}", "first step: {reason}"),
    "quiz.clue-symbols": Text("用这些量写出：{symbols}", "write it in terms of {symbols}"),
    "quiz.clue-points": Text(
        "完整的回答有 {count} 个要点", "number of points in a full answer: {count}"
    ),
    "quiz.clue-mistake": Text("常见的错误：{mistake}", "a common mistake: {mistake}"),
    "quiz.skipped": Text("已跳过", "skipped"),
    "quiz.marked": Text(
        "已标记；dlprep quiz --marked 只问标记过的题目",
        "marked; dlprep quiz --marked asks the marked ones",
    ),
    "quiz.unmarked": Text("已取消标记", "mark removed"),
    "quiz.undone": Text("已撤销，重新作答", "undone: answer again"),
    "quiz.nothing-to-undo": Text("没有可以撤销的", "there is nothing to undo"),
    "quiz.unknown-key": Text(
        "没有这个按键：{key}（? 列出按键）", "no such key: {key} (? lists them)"
    ),
    # Outcome
    "quiz.right": Text("正确", "right"),
    "quiz.wrong": Text("不对", "not right"),
    "quiz.you-said": Text("你的答案", "Yours"),
    "quiz.key": Text("答案", "Answer"),
    "quiz.model-answer": Text("参考答案", "Model answer"),
    "quiz.points": Text("要点", "Key points"),
    "quiz.optional": Text("（加分）", " (bonus)"),
    "quiz.given": Text("已知", "Given"),
    "quiz.why": Text("解析", "Why"),
    "quiz.common-mistake": Text("常见错误", "Common mistake"),
    "quiz.follow-up": Text("面试官接着会问", "An interviewer asks next"),
    "quiz.references": Text("参考", "References"),
    "quiz.options": Text("各选项", "The options"),
    "quiz.own-yes": Text("自评：答对", "own grade: right"),
    "quiz.own-half": Text("自评：答对一半", "own grade: half"),
    "quiz.own-no": Text("自评：没答对", "own grade: not right"),
    "quiz.confirm": Text("你答对了吗？", "Did you have it?"),
    # Keys
    "quiz.keys-one": Text(
        "{letters} 作答  h 提示  s 跳过  m 标记  u 撤销  l 中/en  ? 按键  q 退出",
        "{letters} answer  h hint  s skip  m mark  u undo  l 中/en  ? keys  q quit",
    ),
    "quiz.keys-several": Text(
        "{letters} 选/去选，回车确定  h 提示  s 跳过  m 标记  u 撤销  l 中/en  ? 按键  q 退出",
        "{letters} toggle, enter done  h hint  s skip  m mark  u undo  l 中/en  ? keys  q quit",
    ),
    "quiz.keys-line": Text(
        "写答案后回车；或 h 提示  s 跳过  m 标记  u 撤销  l 中/en  ? 按键  q 退出",
        "answer, enter; or h hint  s skip  m mark  u undo  l 中/en  ? keys  q quit",
    ),
    "quiz.keys-lines": Text(
        "写答案，可分多行  空行结束  h 提示  s 跳过  m 标记  u 撤销  l 中/en  ? 按键  q 退出",
        "answer in lines  empty line ends  h hint  s skip  m mark  u undo  l 中/en  ? keys  q quit",
    ),
    "quiz.keys-confirm": Text(
        "y 答对  h 一半  n 没答对  u 撤销  l 中/en  ? 按键  q 退出",
        "y yes  h half  n no  u undo  l 中/en  ? keys  q quit",
    ),
    "quiz.review": Text(
        "{said} · 1–4 自己评：重来 困难 良好 简单",
        "{said} · 1–4 to grade it yourself: again hard good easy",
    ),
    "quiz.json-bad-rating": Text(
        "`rating` 应为 1 到 4 的整数", "`rating` has to be a number from 1 to 4"
    ),
    "quiz.keys-after": Text(
        "回车 下一题  e 详解  u 撤销  m 标记  l 中/en  ? 按键  q 退出",
        "enter next  e explain more  u undo  m mark  l 中/en  ? keys  q quit",
    ),
    "quiz.keys-after-plain": Text(
        "回车 下一题  u 撤销  m 标记  l 中/en  ? 按键  q 退出",
        "enter next  u undo  m mark  l 中/en  ? keys  q quit",
    ),
    "quiz.all-keys": Text(
        "a–f  选择选项，也可按 1–6；多选题按一下选中，再按去掉，回车确定\n"
        "123  0.75、1e-3、3/4、12.5%、7*7*64、2.4万、1.2 M、(N, C, H, W)、32×32×3 都读得懂\n"
        "h    提示\n"
        "s    跳过这题\n"
        "m    标记，或取消标记\n"
        "u    撤销上一个答案或跳过\n"
        "l    切换中文和英文\n"
        "e    答题后看详解：各选项、常见错误、参考文献\n"
        "q    退出，之后用 `dlprep quiz --resume` 继续；Ctrl-C 也不会丢失答案",
        "a–f  pick an option, or 1–6; where several are right: toggle, enter when done\n"
        "123  0.75, 1e-3, 3/4, 12.5%, 7*7*64, 1.2 M, (N, C, H, W), 32×32×3 are all read\n"
        "h    hint\n"
        "s    skip this question\n"
        "m    mark, or remove the mark\n"
        "u    undo the last answer or skip\n"
        "l    Chinese or English\n"
        "e    after an answer: every option, the common mistake, references\n"
        "q    quit; `dlprep quiz --resume` goes on; Ctrl-C loses no answer either",
    ),
    # Summary
    "quiz.summary": Text("本次测验", "This quiz"),
    "quiz.score": Text("答对 {right} / {graded}", "{right} of {graded} right"),
    "quiz.count-half": Text("一半 {count}", "half {count}"),
    "quiz.count-ungraded": Text("未评 {count}", "not graded {count}"),
    "quiz.count-skipped": Text("跳过 {count}", "skipped {count}"),
    "quiz.count-left": Text("未做 {count}", "not reached {count}"),
    "quiz.topics": Text("各主题（最弱的在前）", "Topics, weakest first"),
    "quiz.next": Text("接下来", "Next"),
    "quiz.advice-resume": Text(
        "`dlprep quiz --resume` 继续剩下的 {left} 题",
        "`dlprep quiz --resume` goes on with the {left} left",
    ),
    "quiz.advice-topic": Text(
        "`dlprep quiz --topic {leaf}` 再练这个主题",
        "`dlprep quiz --topic {leaf}` practises this topic",
    ),
    "quiz.advice-show": Text(
        "`dlprep bank show {id}` 重看这题和解析",
        "`dlprep bank show {id}` shows that question and its explanation again",
    ),
    "quiz.advice-cards": Text(
        "`dlprep flashcards` 复习到期的卡片", "`dlprep flashcards` reviews what is due"
    ),
    # JSON lines
    "quiz.json-bad-line": Text(
        '这一行不是 JSON 对象；应为 {{"answer": …}} 或 {{"command": …}}',
        'this line is not a JSON object; send {{"answer": …}} or {{"command": …}}',
    ),
    "quiz.json-bad-answer": Text(
        "answer 应为文字、数或它们的列表", "answer must be a text, a number or a list of them"
    ),
    "quiz.json-bad-right": Text("right 应为 true 或 false", "right must be true or false"),
    "quiz.json-no-command": Text(
        "没有命令 {command}；可用的有 {known}",
        "there is no command {command}; there are {known}",
    ),
}
