"""The lives of a notice and of what residents say back: tables, read from top to bottom."""

from linli.domains.notices.lifecycle.notice import NOTICE
from linli.domains.notices.lifecycle.reply import REPLY

__all__ = ["NOTICE", "REPLY"]
