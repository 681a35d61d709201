"""Surnames, and how strongly each speaks for a name: a rare word (谭) more than an everyday one (方)."""

from __future__ import annotations

_STEPS = (
    (
        1.0,
        "王李张刘陈杨赵吴徐孙朱胡郭郑梁谢宋唐韩邓冯曹彭肖董潘袁蔡蒋杜魏吕丁卢姚沈姜崔谭汪廖韦贾邹熊孟秦邱侯尹薛闫贺郝龚邵覃乔庞倪樊聂翟耿俞阮柯梅凌霍裴冉翁骆靳鲍喻祁蒲滕萧牟卓缪苟褚娄窦岑卞桂卜邢栾佟闵臧佘邬刁"
        "匡晏敖虞鄢殷粟瞿阎尧柏荀谌邝冼鞠仝邸晁扈寇甄郗佴亓逄漆姬庾巩阚蒯竺桓郦濮茹訾逯胥蹇呙谯蔺隗郏",
    ),
    (
        0.5,
        "厉劳戈阙雍鄂黄傅周马何林罗许曾田余叶苏钟陆范夏付雷龙黎陶毛顾戴莫孔汤康赖洪齐伍颜庄鲁岳申兰焦柳甘祝宁符舒童苗涂谷盛蓝辛柴屈饶艾尤穆吉芦麦池丘隋戚迟储仇桑冀郎辜揭茅湛燕葛晋郁巫",
    ),
    (
        -0.3,
        "高于程任石金白江段史万武钱严向常易施章欧左包尚纪毕单季曲游蒙华房阳农古车简连项宫冷景荆占宣皮谈席闻温帅宾凤麻牛丰习寿贡容权首乐植招",
    ),
    (-1.5, "方文关代成安"),
)

SURNAMES = {surname: weight for weight, surnames in _STEPS for surname in surnames}

_COMPOUND = "欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 夏侯 长孙 端木 澹台 申屠 钟离"
COMPOUND = frozenset(_COMPOUND.split())
