"""What `dlprep check` says at the end of several exercises."""

from dlprep.model.text import Text

TEXTS = {
    "sums.functions": Text("{n} 个函数：{parts}", "{n} functions: {parts}"),
    "sums.functions-one": Text("1 个函数：{parts}", "1 function: {parts}"),
    "sums.functions-in-one": Text(
        "{files} 个文件，1 个函数：{parts}", "1 function in {files} files: {parts}"
    ),
    "sums.functions-in": Text(
        "{files} 个文件，{n} 个函数：{parts}", "{n} functions in {files} files: {parts}"
    ),
    "sums.as": Text(
        "`dlprep check {file} --as {id}` 显示完整报告",
        "`dlprep check {file} --as {id}` shows one in full",
    ),
    "sums.one": Text("{n} 个练习：{parts}", "{n} exercises: {parts}"),
    "sums.all": Text(
        "{files} 个文件，{n} 个练习：{parts}", "{n} exercises in {files} files: {parts}"
    ),
    "sums.right": Text("{n} 个正确", "{n} right"),
    "sums.wrong": Text("{n} 个有错", "{n} wrong"),
    "sums.unjudged": Text("{n} 个未评判", "{n} not judged"),
    "sums.unwritten": Text("{n} 个尚未实现", "{n} not implemented yet"),
    "sums.broken": Text("{n} 个文件无法运行", "{n} files cannot be run"),
    "sums.broken-one": Text("1 个文件无法运行", "1 file cannot be run"),
    "sums.next": Text("完整报告：`dlprep check {file}`", "`dlprep check {file}` shows it in full"),
}
