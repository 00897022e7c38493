"""Sentences of `dlprep check --watch`."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "watch.watching": Text("{time}  正在监视 {file}", "{time}  watching {file}"),
    "watch.files": Text("{n} 个文件", "{n} files"),
    "watch.changed": Text("{time}  {said}", "{time}  {said}"),
    "watch.and": Text("；", "; "),
    "watch.now-right": Text("{names} 现在对了", "now right: {names}"),
    "watch.now-wrong": Text("{names} 现在错了", "now wrong: {names}"),
    "watch.still-wrong": Text("有变化，{names} 还是错的", "changed, still wrong: {names}"),
    "watch.still-right": Text("有变化，仍然正确", "changed, still right"),
    "watch.same": Text("{time}  又查了一遍，没有变化", "{time}  checked again, nothing changed"),
    "watch.again": Text("{time}  换了一组数", "{time}  with other numbers"),
    "watch.checking": Text(
        "正在运行 {file}，并查找错误…", "running {file} and looking for the mistake …"
    ),
    "watch.loading": Text(
        "正在加载 PyTorch、运行 {file}，并查找错误…",
        "loading PyTorch, running {file} and looking for the mistake …",
    ),
    "watch.gone": Text("{time}  {file} 不见了，等它回来", "{time}  {file} is gone; waiting"),
    "watch.keys": Text(
        "q 退出   h 提示   m 图   e 符号   r 换一组数",
        "q quit   h hint   m map   e symbols   r other numbers",
    ),
    "watch.not-with": Text(
        "`--watch` 不能和 `{option}` 一起用\n提示：监视时按 h 得到提示",
        "`--watch` does not go with `{option}`\n"
        "hint: the key h gives hints while a file is watched",
    ),
    "watch.no-stdin": Text(
        "`--watch` 要监视一个文件，不能读标准输入",
        "`--watch` needs a file to watch and cannot read standard input",
    ),
}
