"""What a token may be used for."""

from linli.kernel.words import Vocabulary


class TokenPurpose(Vocabulary):
    """The purposes that operations of the machines' door ask for."""

    READ = "read", "Read matters", "读取事项"
    FILE = "file", "File requests", "提交诉求"
    ACT = "act", "Act on matters", "办理事项"
    FIGURES = "figures", "Read figures", "读取统计"
