"""Small banks for tests."""

from __future__ import annotations

from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.bank.locate import Roots

OUTLINE = """\
title: {zh: 大纲, en: Outline}
tree:
- id: loss
  zh: 损失函数
  en: Loss functions
  kind: section
  origin: outline
  children:
  - {id: loss.mse, zh: 均方误差, en: Mean squared error, kind: leaf, origin: outline, frequency: 2}
  - {id: loss.bce, zh: 二元交叉熵, en: Binary cross-entropy, kind: leaf, origin: outline}
"""
PLAN = """\
schema: 1
freq_rule: by hand
leaves:
- leaf: loss.mse
  origin: outline
  freq: 2
  freq_basis: banks
  high_frequency: false
  items:
  - {kind: flashcard, topic: units}
  - {kind: mcq, topic: gradient}
  - {kind: multi, topic: noise}
"""
CONVENTIONS = "conventions:\n- {code: reduction-mean, text: {zh: 取平均, en: the mean}}\n"
MISTAKES = "mistakes:\n- {code: mean-missing, name: {zh: 漏了平均, en: mean missing}}\n"
GLOSSARY = """\
terms:
- {zh: 潜变量, en: latent variable, not: {zh: [隐变量]}}
- {zh: 中心, en: centre, not: {en: [center]}, but: {en: [CenterNet]}}
- {zh: 反向传播, en: backpropagation, not: {zh: [逆传播], en: [back-propag]}}
"""

CARD = """\
- id: loss.mse.units
  kind: card
  topic: units
  difficulty: 1
  frequency: 2
  prompt: {zh: 单位是什么？, en: What is its unit?}
  answer: {zh: 目标单位的平方, en: the target's unit squared}
  explanation: {zh: 误差被平方 $e²$。, en: 'The error $e²$ is squared.'}
  references: ['Bishop 2006, Pattern Recognition']
"""
CHOICE = """\
- id: loss.mse.gradient
  kind: choice
  topic: gradient
  difficulty: 2
  frequency: 3
  prompt: {zh: 梯度是什么？, en: What is the gradient?}
  options:
  - {key: mean, zh: $2e/N$, en: $2e/N$, right: true, why: {zh: 对, en: right}}
  - {key: sum, zh: $2e$, en: $2e$, mistake: mean-missing, why: {zh: 漏了, en: dropped}}
  - {key: half, zh: $e/N$, en: $e/N$, why: {zh: 漏了, en: dropped}}
  explanation: {zh: 求导。, en: Differentiate.}
  references: ['Bishop 2006, Pattern Recognition']
"""
NUMERIC = """\
- id: loss.mse.value
  kind: numeric
  topic: gradient
  difficulty: 1
  frequency: 1
  params:
    a: {int: [1, 9]}
  prompt: {zh: '误差为 ${a}$ 时？', en: 'For an error of ${a}$?'}
  answer: [a**2]
  wrong:
  - {code: mean-missing, value: [a**2 + 1], why: {zh: 错了, en: wrong}}
  explanation: {zh: '得 ${answer}$。', en: 'It is ${answer}$.'}
  references: ['Bishop 2006, Pattern Recognition']
"""
RULED = """\
- id: loss.mse.why
  kind: short
  topic: units
  difficulty: 1
  frequency: 1
  prompt: {zh: 动量为什么有帮助？, en: Why does momentum help?}
  answer:
    zh: 陡的方向上梯度会互相抵消，所以震荡变小。平的方向上梯度会不断累积，于是走得更快。
    en: Across the ravine the gradients cancel, so it swings less. Along it they accumulate, and
      it is faster.
  points:
  - key: cancel
    zh: 陡方向的梯度互相抵消
    en: gradients cancel across the ravine
    found_by:
      zh: [[陡的方向|陡方向, 抵消]]
      en: [[across the|across it, cancel]]
  - key: add
    zh: 平方向的梯度累积
    en: gradients accumulate along the ravine
    found_by:
      zh: [[平的方向|平方向, 累积]]
      en: [[along it|along the, accumulate]]
  - key: cost
    zh: 代价是多一个超参数
    en: the price is one more parameter
    required: false
    found_by:
      zh: [[超参数]]
      en: [[parameter]]
  examples:
  - {grade: good, lang: zh, text: 在陡的方向会抵消，在平的方向会累积，所以快。}
  - {grade: good, lang: en, text: 'They cancel across it, and along it they accumulate.'}
  - {grade: partial, lang: zh, text: 在陡的方向上会抵消，所以不震荡。}
  - {grade: partial, lang: en, text: The gradients across the ravine cancel out.}
  - {grade: wrong, lang: zh, text: 因为它会调整学习率。}
  - {grade: wrong, lang: en, text: It adds noise to the steps.}
  explanation: {zh: 好, en: good}
  references: ['Bishop 2006, Pattern Recognition']
"""


def item_file(*items: str, leaf: str = "loss.mse") -> str:
    return f"leaf: {leaf}\nitems:\n{''.join(items)}"


def write_bank(folder: Path, **files: str) -> Roots:
    """A bank with an outline of two leaves; `files` are question files by stem below loss/."""
    questions = folder / "questions"
    (questions / "loss").mkdir(parents=True, exist_ok=True)
    registries = {
        "outline": OUTLINE,
        "content_map": PLAN,
        "conventions": CONVENTIONS,
        "mistakes": MISTAKES,
        "glossary": GLOSSARY,
    }
    for name, text in registries.items():
        (questions / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, text in files.items():
        (questions / "loss" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Roots(questions, folder / "solutions")


def open_bank(folder: Path, **files: str) -> Bank:
    return Bank.open(write_bank(folder, **files), None)
