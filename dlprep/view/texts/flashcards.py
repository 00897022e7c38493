"""Sentences of `dlprep flashcards`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "flashcards.help": Text("闪卡：在快要忘记时复习", "Flashcards, each just before you forget it"),
    "flashcards.epilog": examples(
        "dlprep flashcards",
        "dlprep flashcards --topic loss --new 5",
        "dlprep flashcards --lang zh",
    ),
    "flashcards.topic-help": Text(
        "只练这个主题：编号的开头（如 loss）或标题里的词；可多次给出",
        "Only this topic: the beginning of an id (such as loss) or words of a title; repeatable",
    ),
    "flashcards.new-help": Text(
        "这一次最多几张新卡（默认：每天 20 张，减去今天已学的）",
        "At most this many new cards now (default: 20 a day, less what today has seen)",
    ),
    "flashcards.reviews-help": Text(
        "这一次最多复习几张（默认：每天 200 张，减去今天已复习的）",
        "At most this many due cards now (default: 200 a day, less what today has seen)",
    ),
    "flashcards.export-help": Text(
        "不复习，把卡片写成文件：anki、csv 或 jsonl",
        "Write the cards to a file instead: anki, csv or jsonl",
    ),
    "flashcards.suspended-help": Text("列出暂停的卡片", "List the cards you suspended"),
    "flashcards.restore-help": Text(
        "恢复一张暂停的卡片（或一道题的卡片，或 `all`）；可多次给出",
        "Bring back a suspended card (or those of an item, or `all`); repeatable",
    ),
    "flashcards.json-help": Text(
        "通过标准输入输出以 JSON 行对话", "Speak JSON lines on stdin and stdout"
    ),
    "flashcards.no-cards": Text(
        "题库里没有可以做成闪卡的题目\n提示：`dlprep bank list` 列出题目",
        "the bank holds no item that makes a card\nhint: `dlprep bank list` lists the items",
    ),
    "flashcards.no-cards-of": Text(
        "主题 `{topics}` 下没有闪卡\n提示：`dlprep bank coverage` 列出有题目的主题",
        "there are no cards on `{topics}`\n"
        "hint: `dlprep bank coverage` lists the topics that have items",
    ),
    "flashcards.no-cards-near": Text(
        "主题 `{topics}` 下没有闪卡\n提示：相近的主题有 {near}",
        "there are no cards on `{topics}`\nhint: near it: {near}",
    ),
    "flashcards.nothing-to-undo": Text("没有可以撤销的步骤", "there is nothing to undo"),
    "flashcards.no-card": Text("桌上没有卡片", "no card is on the table"),
    "flashcards.line-not-json": Text(
        "这一行不是 JSON 对象：{line}", "this line is not a JSON object: {line}"
    ),
    "flashcards.line-not-known": Text(
        '应为 {{"rating": 1..4}} 或 {{"command": {commands}}}，收到：{line}',
        'expected {{"rating": 1..4}} or {{"command": {commands}}}, got: {line}',
    ),
    "flashcards.count": Text("到期 {due} · 新卡 {new}", "{due} due · {new} new"),
    "flashcards.new-card": Text("第一次见", "first time"),
    "flashcards.marked": Text("已标记", "marked"),
    "flashcards.rating-1": Text("重来", "again"),
    "flashcards.rating-2": Text("困难", "hard"),
    "flashcards.rating-3": Text("良好", "good"),
    "flashcards.rating-4": Text("简单", "easy"),
    "flashcards.today": Text("<1 天", "<1d"),
    "flashcards.days": Text("{n} 天", "{n}d"),
    "flashcards.months": Text("{n} 个月", "{n}mo"),
    "flashcards.years": Text("{n} 年", "{n}y"),
    "flashcards.key-show": Text("任意键 看答案", "any key answer"),
    "flashcards.key-undo": Text("u 撤销", "u undo"),
    "flashcards.key-bury": Text("b 明天再见", "b bury"),
    "flashcards.key-suspend": Text("s 暂停", "s suspend"),
    "flashcards.key-mark": Text("m 标记", "m mark"),
    "flashcards.key-explain": Text("e 讲解", "e explain"),
    "flashcards.key-lang": Text("l 中/en", "l 中/en"),
    "flashcards.key-keys": Text("? 按键", "? keys"),
    "flashcards.key-quit": Text("q 退出", "q quit"),
    "flashcards.all-keys": Text(
        "任意  翻到背面\n"
        "1–4  评分：1 没想起来，2 勉强，3 想起来了，4 太容易；旁边是多久以后再见\n"
        "u    撤销上一次评分、明天再见或暂停\n"
        "b    今天不再出现，明天再见\n"
        "s    暂停：不再出现，直到 `dlprep flashcards --restore ID`\n"
        "m    标记，或取消标记\n"
        "e    看过答案后看讲解：解析、常见错误、参考文献\n"
        "l    切换中文和英文\n"
        "q    退出；评过的分都已保存",
        "any  turn the card over\n"
        "1–4  your grade: 1 not recalled, 2 barely, 3 recalled, 4 too easy; beside each, when the "
        "card returns\n"
        "u    undo the last grade, bury or suspend\n"
        "b    bury: not again before tomorrow\n"
        "s    suspend: not again until `dlprep flashcards --restore ID`\n"
        "m    mark, or remove the mark\n"
        "e    after the answer: why it is so, the common mistake, references\n"
        "l    Chinese or English\n"
        "q    quit; every grade is saved",
    ),
    "flashcards.key-finish": Text("其他键 结束", "any other key ends"),
    "flashcards.did-undo": Text("已撤销，卡片回到桌上", "undone, the card is back"),
    "flashcards.did-bury": Text("明天再见这张卡", "buried until tomorrow"),
    "flashcards.did-suspend": Text(
        "已暂停这张卡（u 撤销；以后用 dlprep flashcards --suspended 找回）",
        "suspended (u takes it back; later dlprep flashcards --suspended finds it)",
    ),
    "flashcards.suspended-count": Text(
        "暂停的卡片：{count} 张；dlprep flashcards --restore ID 恢复一张",
        "suspended cards: {count}; dlprep flashcards --restore ID brings one back",
    ),
    "flashcards.suspended-none": Text("没有暂停的卡片", "no card is suspended"),
    "flashcards.restored": Text("已恢复 {card}", "{card} is back"),
    "flashcards.not-suspended": Text(
        "没有暂停的卡片 `{name}`\n提示：`dlprep flashcards --suspended` 列出全部",
        "no suspended card is named `{name}`\nhint: `dlprep flashcards --suspended` lists them all",
    ),
    "flashcards.not-suspended-near": Text(
        "没有暂停的卡片 `{name}`\n提示：相近的有 {near}",
        "no suspended card is named `{name}`\nhint: near it: {near}",
    ),
    "flashcards.did-mark": Text(
        "已标记；dlprep quiz --marked 只问标记过的题目",
        "marked; dlprep quiz --marked asks the marked ones",
    ),
    "flashcards.did-mark-code": Text(
        "已标记；dlprep bank list --marked 列出标记过的题目",
        "marked; dlprep bank list --marked lists the marked ones",
    ),
    "flashcards.did-mark-mistake": Text(
        "已标记；这张卡以后出现时会注明", "marked; the card says so whenever it comes"
    ),
    "flashcards.did-unmark": Text("已取消标记", "mark removed"),
    "flashcards.task-term": Text("{blank} 处是什么？", "What stands at {blank}?"),
    "flashcards.task-step": Text(
        "下一步（第 {n} 步，共 {of} 步）是什么？", "What is the next line (step {n} of {of})?"
    ),
    "flashcards.task-shape": Text(
        "`{gradient}`（对 `{of}` 的梯度）是什么形状？",
        "What shape has `{gradient}`, the gradient with respect to `{of}`?",
    ),
    "flashcards.task-mistake": Text(
        "为什么会犯这个错？怎样在自己的结果里看出来？",
        "Why does it happen, and how do you see it in your own work?",
    ),
    "flashcards.leech": Text(
        "已经忘了 {lapses} 次：光重复没有用，先弄懂为什么",
        "Forgotten {lapses} times: repeating does not help, understand it first",
    ),
    "flashcards.leech-needs": Text(
        "先复习：{needs}（`dlprep quiz --topic {first}`）",
        "First look at {needs} (`dlprep quiz --topic {first}`)",
    ),
    "flashcards.again-in": Text("{grade}：{interval}后再见", "{grade}: back in {interval}"),
    "flashcards.again-today": Text("{grade}：今天还会再见", "{grade}: back later today"),
    "flashcards.why": Text("解析", "Why"),
    "flashcards.common-mistake": Text("常见错误", "Common mistake"),
    "flashcards.follow-up": Text("面试官接着会问", "An interviewer asks next"),
    "flashcards.references": Text("参考", "References"),
    "flashcards.done": Text(
        "复习 {reviews} 次 · 记得 {recalled} · 重来 {again} · 新学 {introduced} 张",
        "reviews {reviews} · remembered {recalled} · again {again} · new {introduced}",
    ),
    "flashcards.nothing": Text("现在没有到期的卡片", "No card is due now"),
    "flashcards.left": Text("还剩：到期 {due} · 新卡 {new}", "Left: {due} due · {new} new"),
    "flashcards.more-new": Text(
        "还想学新卡：dlprep flashcards --new 10", "More new cards: dlprep flashcards --new 10"
    ),
    "flashcards.more-due": Text(
        "还有到期的卡片：dlprep flashcards --reviews 100",
        "More cards are due: dlprep flashcards --reviews 100",
    ),
}
