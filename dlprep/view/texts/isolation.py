"""What each level of isolation keeps out of reach."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "isolation.L0": Text("没有运行任何代码。", "Nothing was run."),
    "isolation.L1": Text(
        "隔离 L1：限制时间与内存，结果在程序之外比较；但代码能读到磁盘上的文件。"
        "只检查你信任的代码。",
        "Isolation L1: time and memory are limited and results are compared outside the program, "
        "but its code can read files on this disk. Check only code you trust.",
    ),
    "isolation.L2": Text(
        "隔离 L2：文件、网络与参考答案均不可及。",
        "Isolation L2: files, network and the reference are out of reach.",
    ),
    "isolation.L3": Text(
        "隔离 L3：文件、网络、进程与参考答案均不可及。",
        "Isolation L3: files, network, processes and the reference are out of reach.",
    ),
}
