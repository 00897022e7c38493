"""Sentences of `dlprep ask`."""

from dlprep.model.text import Text
from dlprep.view.texts import examples

TEXTS: dict[str, Text] = {
    "ask.help": Text(
        "给一道题的一个答案评分，不记录进度；不给答案则显示题目",
        "Grade one answer to one question, recording nothing; without an answer, show the question",
    ),
    "ask.epilog": examples(
        "dlprep ask loss.mse.small-batch --seed 7",
        "dlprep ask loss.mse.small-batch --seed 7 --answer 3/4",
        then=Text("退出码：0 对，1 错，2 读不懂", "Exit code: 0 right, 1 wrong, 2 not read"),
    ),
    "ask.id-help": Text("题目编号", "The id of the question"),
    "ask.answer-help": Text(
        "答案：字母、选项的键、数、形状或文字", "The answer: letter, key, number, shape or text"
    ),
    "ask.seed-help": Text(
        "随机种子，决定数值和选项顺序", "Seed of the numbers and of the order of the options"
    ),
}
