"""Texts of the verdicts on a function."""

from dlprep.model.text import Text

TEXTS = {
    "verdict.wrong": Text("数值不对", "the values are wrong"),
    "verdict.convention": Text("按另一种约定是对的", "right by another convention"),
    "verdict.shape": Text("形状或结构不对", "the shape or structure is wrong"),
    "verdict.dtype": Text("类型不对", "the type is wrong"),
    "verdict.not-finite": Text("出现 NaN 或无穷", "gives NaN or infinity"),
    "verdict.timeout": Text("超时", "ran out of time"),
    "verdict.memory": Text("内存超限", "ran out of memory"),
    "verdict.output-limit": Text("输出太多", "produced too much output"),
    "verdict.crash": Text("运行时出错", "raised an error"),
    "verdict.exit": Text("程序自行退出", "ended the program"),
    "verdict.non-deterministic": Text(
        "同样的输入给出不同的结果", "gives different results for the same input"
    ),
    "verdict.input-mutated": Text("改动了输入", "changes its input"),
    "verdict.not-judged": Text(
        "未评判：它依赖的前一步有错或没有写",
        "not judged: it depends on an earlier call that is wrong or missing",
    ),
    "verdict.changed": Text(
        "未评判：前面的调用改动了它的输入 {names}",
        "not judged: an earlier call has changed its input {names}",
    ),
    "verdict.truths": Text(
        "结果只有 True 和 False，数值丢失了",
        "the result holds only True and False: the numbers are lost",
    ),
    "verdict.unseen": Text(
        "不能单独评判：它的结果只在 {functions} 中显现",
        "not judged by itself: what it gives shows only in {functions}",
    ),
    "verdict.not-implemented": Text("尚未实现", "not implemented yet"),
    "verdict.import-error": Text("导入失败", "could not be imported"),
    "verdict.syntax-error": Text("语法错误", "syntax error"),
    "verdict.policy": Text("做法不合题目要求", "not the method the task asks for"),
    "verdict.checker-error": Text("检查器出错", "the checker failed"),
}
