"""What a model sees of a text: its words, their characters and pairs of characters, without what everybody writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

HAN = re.compile(r"[\u3400-\u9fff]")
NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
SPACES = re.compile(r"\s+")

PLAIN = frozenset(
    """
    的 了 在 是 我 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好
    自己 这 那 他 她 它 们 我们 你们 他们 她们 它们 与 及 或 而 且 但 但是 因为 所以 如果
    虽然 于是 并 并且 还 还有 又 再 把 被 让 给 对 对于 关于 从 由 由于 为 为了 以 以及 于
    之 其 此 该 各 每 某 个 些 这个 那个 这些 那些 这样 那样 这里 那里 什么 怎么 怎样 如何
    为什么 哪 哪里 谁 多少 几 吗 呢 吧 啊 呀 哦 嘛 您好 你好 您 您们 领导 尊敬 敬爱 书记 市长
    县长 区长 厅长 局长 主任 谢谢 感谢 请 请问 请求 希望 恳请 恳求 望 盼 盼望 帮忙 百忙 之中
    本人 咱们 大家 已 已经 曾 曾经 正在 现在 目前 今天 昨天 明天 今年 去年 年 月 日 号 时 时候
    可以 能 能够 能否 可 应 应该 需要 必须 得 地 过 来 起来 出来 下来 下 里 中 内 外 后 前
    之后 之前 以后 以前 第一 第二 第三 等 等等 等待 像 比 比如 只 只有 只是 更 最 太 非常 十分
    特别 真 真的 实在 究竟 到底 难道 居然 竟然 一直 一些 一下 一样 有些 有的 其他 其它 另外 同时
    然后 而且 不是 就是 还是 都是 也是 是否 无 未 非 将 向 往 至 当 所 者 则 却 仍 仍然 才
    刚 刚刚 并不 不会 不能 没 不要 回复 答复 反映 情况
    """.split()  # noqa: SIM905 - words read best as words
)
"""Words that say nothing of what a message is about: grammar, greetings, thanks."""


def words_of(text: str) -> list[str]:
    """The telling words of a text in their order; figures, letters and signs are left out with the plain words."""
    joined = SPACES.sub("", text)
    return [word for cut in rjieba.cut(joined) if (word := NOT_HAN.sub("", cut)) and word not in PLAIN]


def pieces_of(words: list[str]) -> tuple[list[str], list[str]]:
    """Two families of pieces: words, and characters with pairs of them, also across words."""
    run = "".join(words)
    return [f" {word}" for word in words], [*run, *_pairs(run)]


def own_pieces(word: str) -> Iterator[str]:
    """The pieces that stand for one word when it is asked how much it decided."""
    yield f" {word}"
    yield from _pairs(word)


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]
