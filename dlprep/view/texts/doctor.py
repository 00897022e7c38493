"""Sentences of `dlprep doctor`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "doctor.help": Text(
        "检查 dlprep 在这台机器上是否一切正常：隔离级别、题库、学习记录、磁盘空间",
        "Examine dlprep on this machine: isolation, question bank, progress, disk space",
    ),
    "doctor.epilog": examples("dlprep doctor", "dlprep doctor --rebuild", "dlprep doctor --json"),
    "doctor.rebuild-help": Text(
        "先从学习记录重新计算所有卡片和统计",
        "First compute all cards and statistics again from the log",
    ),
    "doctor.rebuilt": Text(
        "已从记录重新计算 {cards} 张卡片", "{cards} cards computed again from the log"
    ),
    "doctor.python": Text("Python {version}（{path}）", "Python {version} ({path})"),
    "doctor.numpy": Text(
        "NumPy {version}，检查代码时用 1 个 BLAS 线程",
        "NumPy {version}, with one BLAS thread while code is checked",
    ),
    "doctor.numpy-missing": Text(
        "没有安装 NumPy，无法检查代码", "NumPy is not installed, so code cannot be checked"
    ),
    "doctor.torch": Text("PyTorch {version}", "PyTorch {version}"),
    "doctor.torch-missing": Text(
        "没有安装 PyTorch；只有 PyTorch 编程题需要它",
        "PyTorch is not installed; only the exercises in PyTorch need it",
    ),
    "doctor.no-fork": Text(
        "这个系统（{system}）不能分出子进程（fork），无法检查代码",
        "this system ({system}) cannot fork, so code cannot be checked",
    ),
    "doctor.level-L3": Text(
        "隔离 L3：命名空间、Landlock 与系统调用过滤都可用",
        "isolation L3: namespaces, Landlock and a filter of system calls",
    ),
    "doctor.level-L2": Text(
        "隔离 L2：Landlock 与系统调用过滤可用；文件与网络不可及",
        "isolation L2: Landlock and a filter of system calls; files and network are out of reach",
    ),
    "doctor.level-L1": Text(
        "隔离 L1：只限制时间与内存；被检查的代码能读到磁盘上的文件",
        "isolation L1: only time and memory are limited; checked code can read files on this disk",
    ),
    "doctor.level-L0": Text("无法运行代码", "no code can be run"),
    "doctor.capped": Text(
        "环境变量 {name}={value} 限制了隔离级别",
        "the environment variable {name}={value} sets the most that is used",
    ),
    "doctor.no-namespaces": Text(
        "不能创建命名空间（{kernel}）：可能关闭了非特权用户命名空间，或在容器里",
        "namespaces cannot be entered ({kernel}): unprivileged user namespaces may be switched "
        "off, or this is a container",
    ),
    "doctor.no-landlock": Text(
        "内核没有启用 Landlock（{kernel}；5.13 起才有）",
        "the kernel has no Landlock ({kernel}; it came with Linux 5.13)",
    ),
    "doctor.no-filters": Text(
        "内核不能过滤系统调用（{kernel}）", "the kernel cannot filter system calls ({kernel})"
    ),
    "doctor.bank": Text("题库有 {items} 道题（{path}）", "{items} questions in the bank ({path})"),
    "doctor.bank-faults": Text(
        "题库里有 {count} 处错误，第一处：{first}", "{count} faults in the bank, the first: {first}"
    ),
    "doctor.index": Text("题库索引在 {path}", "the bank's index is kept in {path}"),
    "doctor.no-index": Text(
        "题库索引不能保存在 {path}，每次都要重新读题库",
        "the bank's index cannot be kept in {path}, so the bank is read anew each time",
    ),
    "doctor.progress": Text(
        "学习记录完好：{count} 个事件（{path}）", "progress is sound: {count} events ({path})"
    ),
    "doctor.no-progress": Text(
        "还没有学习记录；会保存在 {path}", "no progress yet; it will be kept in {path}"
    ),
    "doctor.damaged": Text(
        "学习记录已损坏（{path}）：{what}", "progress is damaged ({path}): {what}"
    ),
    "doctor.space": Text("磁盘还有 {mib} MiB", "{mib} MiB free on the disk"),
    "doctor.no-space": Text("磁盘只剩 {mib} MiB", "only {mib} MiB left on the disk"),
    "doctor.no-clock": Text("没有在计时的练习", "no exercise is on the clock"),
    "doctor.clock-running": Text("`{id}` 在计时", "the clock of `{id}` runs"),
    "doctor.clock-paused": Text("`{id}` 暂停着", "the clock of `{id}` is paused"),
    "doctor.clock-forgotten": Text(
        "`{id}` 的时钟走了很久，像是忘了停：`dlprep code stop {id}`",
        "the clock of `{id}` has run so long that it may be forgotten: `dlprep code stop {id}`",
    ),
    "doctor.clock-no-file": Text(
        "`{id}` 在计时，但 {path} 不在了：`dlprep code start {id}` 再写一份",
        "`{id}` is on the clock, but {path} has gone: `dlprep code start {id}` writes it again",
    ),
    "doctor.no-boot": Text(
        "这个系统分不清机器的两次启动，所以计时都按日历时间",
        "this system does not tell one start of the machine from another, so clocks go by the "
        "wall clock",
    ),
}
