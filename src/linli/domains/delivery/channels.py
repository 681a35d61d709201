"""The ways a message leaves the house, and how far one got on its way."""

from linli.kernel.words import Vocabulary


class Channel(Vocabulary):
    """How a message reaches someone outside the in-app inbox."""

    SMS = "sms", "Text message", "短信"
    EMAIL = "email", "E-mail", "电子邮件"
    WECHAT = "wechat", "WeChat", "微信"


class Progress(Vocabulary):
    """How far one message got on one channel."""

    WAITING = "waiting", "Waiting", "待发送"
    SENDING = "sending", "Being sent", "发送中"
    SENT = "sent", "Sent", "已发送"
    FAILED = "failed", "Could not be sent", "发送失败"
    LAPSED = "lapsed", "Too late to be sent", "过期未发"


class Recipient(Vocabulary):
    """Whose inbox a message lies in; a bare address has none (a sign-in code)."""

    PERSON = "person", "Person", "个人"
    ACCOUNT = "account", "Account", "账号"
    UNIT = "unit", "Unit", "单位"
    ADDRESS = "address", "Address only", "仅地址"
