"""Sentences of `dlprep project`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "project.help": Text(
        "讲好自己的项目：按提纲写下来，接受追问，掐表讲两分钟或五分钟",
        "Your own project: write it down part by part, be asked about it, tell it by the clock",
    ),
    "project.epilog": examples(
        "dlprep project write results",
        "dlprep project ask --number 5",
        "dlprep project tell 2",
        then=Text(
            "项目保存在一个 Markdown 文件里，你可以随时用自己的编辑器修改。",
            "The project is a Markdown file, which you may edit yourself at any time.",
        ),
    ),
    "project.new-help": Text(
        "建立项目文件（已有的不会被覆盖）", "Make the file (never overwrites)"
    ),
    "project.write-help": Text(
        "按提示写一部分；不给出时写所有还空着的部分",
        "Write one part, or all that are empty",
    ),
    "project.ask-help": Text("像面试官那样追问", "Ask what an interviewer would"),
    "project.tell-help": Text(
        "掐表讲两分钟或五分钟", "Tell it in two or five minutes, by the clock"
    ),
    "project.file-help": Text(
        "项目文件（默认是上次用的，否则在数据目录里）",
        "The project's file (default: the one used last, else one in the data folder)",
    ),
    "project.title-help": Text("项目名称", "Name of the project"),
    "project.part-help": Text(
        "一部分：background、data、difficulty、model、innovation、results、deployment",
        "One part: background, data, difficulty, model, innovation, results, deployment",
    ),
    "project.number-help": Text("问几个问题（默认 3）", "How many questions (default 3)"),
    "project.minutes-help": Text("2 或 5 分钟（默认 2）", "2 or 5 minutes (default 2)"),
    "project.usual-title": Text("我的项目", "My project"),
    "project.exists": Text(
        "文件已经存在，没有改动它\n提示：用 `--file` 指定另一个文件，或直接 `dlprep project write`",
        "the file exists already and was left as it is\n"
        "hint: name another with `--file`, or go on with `dlprep project write`",
    ),
    "project.none": Text(
        "还没有项目文件\n提示：`dlprep project new` 建立一个",
        "there is no project file yet\nhint: `dlprep project new` makes one",
    ),
    "project.not-utf8": Text(
        "文件不是 UTF-8 编码\n提示：用编辑器另存为 UTF-8",
        "the file is not UTF-8\nhint: save it as UTF-8 in your editor",
    ),
    "project.too-large": Text(
        "文件超过 1 MiB，不像是一份项目说明", "the file is over 1 MiB, which is no project in words"
    ),
    "project.unreadable": Text("读不了这个文件：{why}", "cannot read the file: {why}"),
    "project.unwritable": Text("写不了这个文件：{why}", "cannot write the file: {why}"),
    "project.no-part": Text(
        "没有 `{part}` 这一部分\n提示：{parts}", "there is no part `{part}`\nhint: {parts}"
    ),
    "project.bad-minutes": Text("只能讲 2 或 5 分钟", "a telling takes 2 or 5 minutes"),
    "project.no-guide": Text(
        "这个题库里没有 `project.yaml`", "this question bank has no `project.yaml`"
    ),
    "project.made": Text("已建立 `{path}`", "made `{path}`"),
    "project.at": Text("文件：`{path}`", "File: `{path}`"),
    "project.empty": Text("还没写", "not written yet"),
    "project.length": Text("{count} 字", "{count} words"),
    "project.questions": Text("有 {count} 个追问等着", "{count} questions follow from it"),
    "project.told": Text(
        "{minutes} 分钟版讲过 {count} 次，最近一次用了 {time}",
        "told {count} times in {minutes} minutes, last in {time}",
    ),
    "project.next-write": Text(
        "下一步：`dlprep project write` 写还空着的部分",
        "Next: `dlprep project write` takes you through what is still empty",
    ),
    "project.next-ask": Text(
        "下一步：`dlprep project ask` 接受追问，`dlprep project tell 2` 掐表讲一遍",
        "Next: `dlprep project ask` asks you about it, `dlprep project tell 2` times a telling",
    ),
    "project.write-keys": Text(
        "逐行输入，空行结束这一部分；什么都不写就按 Enter 跳过",
        "Type line by line; an empty line ends the part, and Enter alone skips it",
    ),
    "project.saved": Text("已写进文件", "written to the file"),
    "project.skipped": Text("跳过", "skipped"),
    "project.all-written": Text(
        "每一部分都写了；`dlprep project write PART` 可以再补充",
        "every part is written; `dlprep project write PART` adds to one",
    ),
    "project.follows": Text("由你写的内容想到的", "from what you wrote"),
    "project.ask-keys": Text(
        "先出声回答；想记下来就输入，空行到下一题；Ctrl-D 结束",
        "Answer aloud first; type what you want to keep, an empty line goes on, Ctrl-D ends",
    ),
    "project.note": Text("追问：{question}", "Asked: {question}"),
    "project.tell-plan": Text("{minutes} 分钟这样分：", "{minutes} minutes, shared out like this:"),
    "project.tell-start": Text(
        "按 Enter 开始，讲完一部分按 Enter，`q` 停止",
        "Enter starts and goes on to the next part, `q` stops",
    ),
    "project.tell-stopped": Text(
        "停在「{part}」，这次没有记录", "stopped at “{part}”; this telling is not kept"
    ),
    "project.tell-done": Text("共 {time}，计划 {planned}", "{time} in all, planned {planned}"),
    "project.tell-longest": Text(
        "「{part}」超得最多：多了 {seconds} 秒", "“{part}” ran over most: by {seconds} s"
    ),
    "project.tell-shortest": Text(
        "「{part}」讲得太短：少了 {seconds} 秒", "“{part}” was cut short: by {seconds} s"
    ),
    "project.tell-best": Text(
        "这一版最接近计划的一次", "the closest to plan of this length so far"
    ),
}
