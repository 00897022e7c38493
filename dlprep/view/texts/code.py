"""Sentences of `dlprep code`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "code.help": Text(
        "限时编程：起始文件、计时、提交、历史用时",
        "Code against the clock: starter, clock, hand in, your history",
    ),
    "code.epilog": examples(
        "dlprep code start lstm-step-fb",
        "dlprep code submit",
        "dlprep code drill",
    ),
    "code.list-help": Text(
        "列出编程练习：难度、目标用时、你的最好成绩",
        "List the exercises: level, target time, your best",
    ),
    "code.list-epilog": examples("dlprep code list", "dlprep code list --topic cnn"),
    "code.topic-help": Text("只列这个主题，如 `cnn`、`rnn.lstm`", "Only this topic, as cnn"),
    "code.start-help": Text("写出起始文件，开始计时", "Write the starter and start the clock"),
    "code.start-epilog": examples(
        "dlprep code start lstm-step-fb",
        "dlprep code start conv2d-naive my_conv.py --exam",
        then=Text(
            "关掉终端，时钟照走；机器休眠时不走。\n"
            "已有的文件绝不会被覆盖：会先问，或用 `--keep`、`--force`",
            "The clock survives closing the terminal and stands still while the machine sleeps.\n"
            "A file that is there is never overwritten: you are asked, or say --keep or --force",
        ),
    ),
    "code.file-help": Text(
        "写到这个文件（.py 或 .ipynb）；不给时按练习命名，放在当前文件夹",
        "Where to write it (.py or .ipynb); by default named after the exercise, in this folder",
    ),
    "code.exam-help": Text(
        "模拟面试：没有提示，不说是哪种错误，每次检查都计数",
        "As in an interview: no hints, mistakes are not named, every check is counted",
    ),
    "code.force-help": Text(
        "文件已存在时写新的起始文件，旧的改名为 .bak 保留",
        "Write a new starter where a file is there; the old one is kept as .bak",
    ),
    "code.keep-help": Text(
        "文件已存在时原样保留，只开始计时", "Leave a file that is there as it is"
    ),
    "code.anew-help": Text("时钟在走也从零开始", "Start from zero although the clock runs"),
    "code.status-help": Text("已用多少、还剩多少", "How much time is used and how much is left"),
    "code.pause-help": Text("暂停计时", "Pause the clock"),
    "code.resume-help": Text(
        "继续计时，停掉的也能接着做",
        "Let the clock go on, also after a stop",
    ),
    "code.stop-help": Text("不交了，停掉时钟", "Stop the clock without handing anything in"),
    "code.undo-help": Text("撤销对时钟的上一次操作", "Take back the last turn of the clock"),
    "code.submit-help": Text(
        "检查并交卷，通过就停表", "Check and hand in; the clock stops where it passes"
    ),
    "code.submit-epilog": examples(
        "dlprep code submit",
        "dlprep code submit my_conv.py",
        then=Text(
            "退出码：0 通过，1 有错（时钟继续走），2 用法不对，3 dlprep 出错",
            "Exit code: 0 passed, 1 wrong (the clock goes on), 2 called wrongly, 3 our fault",
        ),
    ),
    "code.submit-file-help": Text(
        "交这个文件（.py、.ipynb）；不给时是 `start` 写的那个",
        "The file to hand in (.py, .ipynb); by default the one that `start` wrote",
    ),
    "code.show-help": Text("题目，以及你做过的每一次", "The task, and your sittings at it"),
    "code.status-epilog": examples("dlprep code status", "dlprep code status lstm-step-fb --json"),
    "code.pause-epilog": examples("dlprep code pause", "dlprep code pause lstm-step-fb"),
    "code.resume-epilog": examples("dlprep code resume", "dlprep code resume lstm-step-fb"),
    "code.stop-epilog": examples(
        "dlprep code stop",
        "dlprep code stop lstm-step-fb",
        then=Text("`dlprep code undo` 撤销", "`dlprep code undo` takes it back"),
    ),
    "code.undo-epilog": examples("dlprep code undo", "dlprep code undo --json"),
    "code.show-epilog": examples("dlprep code show lstm-step-fb"),
    "code.drill-help": Text(
        "从限时题里抽一道并开始计时", "Draw one of the timed set and start its clock"
    ),
    "code.drill-epilog": examples(
        "dlprep code drill",
        "dlprep code drill cnn-forward --exam",
        "dlprep code drill --list --level 3",
    ),
    "code.drill-topic-help": Text(
        "主题，如 `cnn-forward`，写开头即可；`--list` 列出全部",
        "A topic such as cnn-forward, its beginning will do; `--list` lists them",
    ),
    "code.level-help": Text("难度 1 到 5", "Level, 1 to 5"),
    "code.drill-list-help": Text("列出这套题", "List the set"),
    "code.id-help": Text("练习编号，`code.` 可省略", "Which exercise; `code.` may be left out"),
    "code.current-help": Text(
        "练习编号；不给时是正在做的那个", "Which exercise; by default the one at hand"
    ),
    # called wrongly
    "code.other-kind": Text(
        "`{id}` 不是编程练习（类型是 {kind}）\n提示：`dlprep code list` 列出全部",
        "`{id}` is no coding exercise (its kind is {kind})\nhint: `dlprep code list` lists them",
    ),
    "code.no-such-id": Text(
        "没有编程练习 `{id}`\n提示：相近的有 {near}",
        "there is no coding exercise `{id}`\nhint: near it: {near}",
    ),
    "code.no-id": Text(
        "没有编程练习 `{id}`\n提示：`dlprep code list` 列出全部",
        "there is no coding exercise `{id}`\nhint: `dlprep code list` lists them",
    ),
    "code.none-open": Text(
        "现在没有在做的练习\n"
        "提示：`dlprep code start <编号>` 开始一个，`dlprep code list` 列出全部",
        "no exercise is being worked on\n"
        "hint: `dlprep code start ID` begins one, `dlprep code list` lists them",
    ),
    "code.not-open": Text(
        "`{id}` 现在没有在做\n"
        "提示：`dlprep code start {id}` 开始，`dlprep code resume {id}` 接着做",
        "`{id}` is not being worked on\n"
        "hint: `dlprep code start {id}` begins it, `dlprep code resume {id}` goes on with it",
    ),
    "code.not-begun": Text(
        "`{id}` 还没有开始过\n提示：`dlprep code start {id}`",
        "`{id}` has not been begun\nhint: `dlprep code start {id}`",
    ),
    "code.none-to-resume": Text(
        "没有暂停或停掉的练习\n提示：`dlprep code start <编号>` 开始一个",
        "no exercise is paused or stopped\nhint: `dlprep code start ID` begins one",
    ),
    "code.resume-passed": Text(
        "`{id}` 已经通过，时钟已停\n提示：`dlprep code start {id}` 重新做一次",
        "`{id}` has passed and its clock is stopped\nhint: `dlprep code start {id}` begins anew",
    ),
    "code.nothing-undone": Text(
        "时钟没有可以撤销的操作", "there is no turn of a clock to take back"
    ),
    "code.undo-passed": Text(
        "上一次操作是 `{id}` 通过，不能撤销\n提示：`dlprep code start {id}` 重新做一次",
        "the last thing was that `{id}` passed, which cannot be taken back\n"
        "hint: `dlprep code start {id}` begins anew",
    ),
    "code.file-exists": Text(
        "`{file}` 已经存在，没有动它，时钟没有开始\n"
        "提示：`--keep` 用它接着写；`--force` 写新的起始文件，旧的改名保留",
        "`{file}` is there already; it was left alone, and the clock was not started\n"
        "hint: `--keep` goes on with it; `--force` writes a new starter and keeps the old as .bak",
    ),
    "code.not-a-file": Text("`{file}` 不是普通文件", "`{file}` is not a regular file"),
    "code.not-read": Text("`{file}` 读不了（{why}）", "`{file}` cannot be read ({why})"),
    "code.not-written": Text(
        "`{file}` 写不了（{why}），时钟没有开始",
        "`{file}` cannot be written ({why}); the clock was not started",
    ),
    "code.no-solution": Text(
        "练习 `{id}` 没有参考答案，写不出起始文件",
        "`{id}` has no worked solution, so there is no starter to write",
    ),
    "code.file-gone": Text(
        "`{file}` 不在了，没有检查，时钟照走\n"
        "提示：`dlprep code submit 文件` 交另一个；`dlprep code start {id}` 再写一份起始文件",
        "`{file}` is not there any more; nothing was checked, and the clock goes on\n"
        "hint: `dlprep code submit FILE` hands in another, `dlprep code start {id}` writes the "
        "starter again",
    ),
    "code.no-drill": Text(
        "没有这样的限时题\n提示：主题有 {topics}；`dlprep code drill --list` 列出全部",
        "the timed set has none like that\n"
        "hint: its topics are {topics}; `dlprep code drill --list` lists it",
    ),
    "code.no-level": Text(
        "「{topic}」没有难度 {level} 的限时题\n提示：有的难度是 {levels}",
        "the timed set has none of level {level} for {topic}\nhint: there are {levels}",
    ),
    "code.any-topic": Text("全部主题", "any topic"),
    "code.sealed": Text(
        "`{id}` 正在模拟面试（`--exam`），没有提示和参考答案\n"
        "提示：`dlprep code stop` 结束之后就能看",
        "`{id}` is being worked on as an exam, without hints and solution\n"
        "hint: `dlprep code stop` ends it; then you can look",
    ),
    "code.no-function": Text(
        "里面没有 `{id}` 的函数，时钟照走\n提示：要写的是 {names}",
        "there is no function of `{id}` in it; the clock goes on\nhint: you write {names}",
    ),
    # start
    "code.target": Text("目标 {minutes} 分钟", "target {minutes} min"),
    "code.best": Text("你的最好成绩 {best}", "your best {best}"),
    "code.exam": Text("模拟面试", "exam"),
    "code.written": Text("已写出 `{file}`。", "`{file}` is written."),
    "code.kept-file": Text("用已有的 `{file}`。", "Your `{file}` is left as it is."),
    "code.set-aside": Text("旧文件改名为 `{kept}`。", "What was there is kept as `{kept}`."),
    "code.runs": Text(
        "时钟在走，机器休眠时不走。", "The clock runs (it stands still while the machine sleeps)."
    ),
    "code.runs-already": Text(
        "`{id}` 的时钟已经在走，没有重新开始；`--anew` 从零开始",
        "The clock of `{id}` runs already and was not started anew; --anew starts from zero",
    ),
    "code.is-paused-already": Text(
        "`{id}` 已经开始过，现在暂停着；`dlprep code resume` 接着做，`--anew` 从零开始",
        "`{id}` is begun and paused; `dlprep code resume` goes on, --anew starts from zero",
    ),
    "code.made-room": Text(
        "`{id}` 暂停在 {worked}；`dlprep code resume {id}` 接着做",
        "`{id}` is paused at {worked}; `dlprep code resume {id}` goes on with it",
    ),
    "code.then": Text(
        "`dlprep code submit` · `dlprep check {file} --watch` · `dlprep code status`",
        "`dlprep code submit` · `dlprep check {file} --watch` · `dlprep code status`",
    ),
    "code.question": Text(
        "`{file}` 已经存在，里面有内容。", "`{file}` is there already, with work in it."
    ),
    "code.question-keys": Text(
        "k 用它接着写  n 写新的起始文件（旧的改名保留）  q 算了",
        "k go on with it  n new starter (the old one is kept as .bak)  q leave it",
    ),
    "code.left": Text(
        "没有动文件，时钟没有开始。", "Nothing was touched; the clock is not started."
    ),
    # status
    "code.worked-left": Text("已用 {worked} · 还剩 {left}", "{worked} used · {left} left"),
    "code.worked-over": Text(
        "已用 {worked} · 超过目标 {over}", "{worked} used · {over} over the target"
    ),
    "code.worked": Text("已用 {worked}", "{worked} used"),
    "code.running": Text("计时中", "running"),
    "code.paused": Text("暂停", "paused"),
    "code.stopped": Text("已停", "stopped"),
    "code.passed": Text("通过", "passed"),
    "code.checks-0": Text("还没有检查过", "not checked yet"),
    "code.checks": Text("检查 {n} 次", "checks: {n}"),
    "code.pauses": Text("暂停 {n} 次", "pauses: {n}"),
    "code.hints": Text("看过提示 {n}", "hint {n} seen"),
    "code.gave-up": Text("看过参考答案", "solution seen"),
    "code.file": Text("`{file}`", "`{file}`"),
    "code.file-missing": Text(
        "`{file}` 不在了；`dlprep code start {id}` 再写一份起始文件，时钟照走",
        "`{file}` is not there any more; `dlprep code start {id}` writes the starter again, and "
        "the clock goes on",
    ),
    "code.guessed": Text(
        "期间机器重启过，那一段按日历时间算；这个成绩不计入最好成绩",
        "The machine was restarted meanwhile and that stretch is by the wall clock; such a time "
        "does not count as your best",
    ),
    "code.capped": Text(
        "时钟一口气走了很久，只算 {longest}；忘了停吗？`dlprep code stop {id}` 停掉，"
        "`dlprep code start {id} --anew` 从零开始。这个成绩不计入最好成绩",
        "The clock ran on for so long that only {longest} of it count. Forgotten? `dlprep code "
        "stop {id}` ends it, `dlprep code start {id} --anew` starts from zero. Such a time does "
        "not count as your best",
    ),
    "code.capped-ended": Text(
        "时钟一口气走了很久，只算 {longest}；这个成绩不计入最好成绩",
        "The clock ran on for so long that only {longest} of it count; such a time does not count "
        "as your best",
    ),
    # pause, resume, stop, undo
    "code.done-pause": Text(
        "`{id}` 暂停在 {worked}；`dlprep code resume` 接着做",
        "`{id}` is paused at {worked}; `dlprep code resume` goes on",
    ),
    "code.same-pause": Text(
        "`{id}` 本来就暂停着，在 {worked}；`dlprep code resume` 接着做",
        "`{id}` was paused already, at {worked}; `dlprep code resume` goes on",
    ),
    "code.done-resume": Text(
        "`{id}` 的时钟又在走，已用 {worked}", "The clock of `{id}` runs again, at {worked}"
    ),
    "code.same-resume": Text(
        "`{id}` 的时钟本来就在走，已用 {worked}", "The clock of `{id}` runs already, at {worked}"
    ),
    "code.done-stop": Text(
        "`{id}` 停在 {worked}，没有交卷；误停了用 `dlprep code undo`",
        "`{id}` is stopped at {worked}, not handed in; `dlprep code undo` takes that back",
    ),
    "code.undone-start": Text(
        "撤销了 `{id}` 的开始；文件没有动", "The start of `{id}` is taken back; the file is left"
    ),
    "code.undone-pause": Text(
        "撤销了暂停：`{id}` 的时钟就当一直在走，已用 {worked}",
        "The pause is taken back: the clock of `{id}` has run on, to {worked}",
    ),
    "code.undone-resume": Text(
        "撤销了继续：`{id}` 仍停在 {worked}", "The going on is taken back: `{id}` is at {worked}"
    ),
    "code.undone-stop": Text(
        "撤销了停止：`{id}` 的时钟就当一直在走，已用 {worked}",
        "The stop is taken back: the clock of `{id}` has run on, to {worked}",
    ),
    # submit
    "code.time": Text("⏱ {worked}，目标 {target} 分钟", "⏱ {worked}; the target is {target} min"),
    "code.best-new": Text("新的最好成绩（之前 {best}）", "a new best (it was {best})"),
    "code.best-first": Text("第一次通过", "your first"),
    "code.best-is": Text("你的最好成绩 {best}", "your best is {best}"),
    "code.goes-on": Text("时钟继续走：{used}", "The clock goes on: {used}"),
    "code.still-paused": Text(
        "时钟暂停在 {worked}；`dlprep code resume` 让它走",
        "The clock is paused at {worked}; `dlprep code resume` lets it run",
    ),
    "code.no-clock": Text(
        "时钟在别处停掉了，这次只算检查。",
        "The clock was stopped meanwhile, so this counts as a check alone.",
    ),
    "code.sealed-note": Text(
        "模拟面试：不说是哪种错误。`dlprep code stop` 之后再检查就会说",
        "Exam: mistakes are not named. After `dlprep code stop` a check names them",
    ),
    "code.hand-in": Text(
        "已通过：`dlprep code submit` 停表", "It passes: `dlprep code submit` stops the clock"
    ),
    "code.pace": Text("运行时间 {yours}（{sizes}）", "running time {yours} ({sizes})"),
    "code.pace-solution": Text("参考答案的 {times} 倍", "{times} × the worked solution"),
    "code.pace-vectorised": Text("向量化写法的 {times} 倍", "{times} × the vectorised solution"),
    "code.pace-loops": Text("逐个循环写法的 {times} 倍", "{times} × plain loops"),
    "code.pace-unequal": Text(
        "大输入（{sizes}）上的结果与参考答案不同，没有量运行时间",
        "On a larger input ({sizes}) it does not give what the solution gives, so its running "
        "time was not measured",
    ),
    "code.pace-failed": Text(
        "大输入（{sizes}）上没有跑完，没有量运行时间",
        "On a larger input ({sizes}) it does not finish, so its running time was not measured",
    ),
    # show, list, drill
    "code.functions": Text("要写的函数：{names}", "You write: {names}"),
    "code.sittings": Text("做过的", "Your sittings"),
    "code.sittings-none": Text("还没有限时做过。", "Not yet done against the clock."),
    "code.sittings-more": Text("更早的还有 {n} 次：`--json`", "{n} earlier ones: `--json`"),
    "code.show-next": Text("`dlprep code start {id}` 开始", "`dlprep code start {id}` begins it"),
    "code.show-open": Text(
        "`dlprep code submit` 交卷 · `dlprep code status` 看时间",
        "`dlprep code submit` hands it in · `dlprep code status` tells the time",
    ),
    "code.listed": Text(
        "`dlprep code start <编号>` 开始 · `--topic cnn` 只列一个主题 · `dlprep code drill` 抽一道",
        "`dlprep code start ID` begins one · `--topic cnn` for one topic · `dlprep code drill`",
    ),
    "code.listed-none": Text("没有这样的编程练习", "there are no exercises like that"),
    "code.drilled": Text("抽到：{topic}", "Drawn: {topic}"),
    "code.drill-listed": Text(
        "`dlprep code drill` 抽一道 · `dlprep code drill cnn-forward --level 3`",
        "`dlprep code drill` draws one · `dlprep code drill cnn-forward --level 3`",
    ),
    "code.min": Text("{n} 分", "{n} min"),
}
