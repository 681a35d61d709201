"""Which work apps there are."""

from linli.kernel.words import Vocabulary


class WorkApp(Vocabulary):
    """An app that says who is in front of it."""

    WECOM = "wecom", "WeCom", "企业微信"
    DINGTALK = "dingtalk", "DingTalk", "钉钉"
    ZHEZHENGDING = "zhezhengding", "Zhejiang DingTalk", "浙政钉"
