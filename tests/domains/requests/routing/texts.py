"""Made-up texts of two and three kinds, no two alike, for models small enough to be trained in a test."""

from linli.domains.requests.routing.learned.training import Example

SAID = {
    "home.lift": (
        "电梯停在半层按了没反应",
        "电梯门关不严怕夹着孩子",
        "轿厢里按钮全坏了",
        "电梯半夜异响吓人",
        "维保单位没来修电梯",
    ),
    "street.rubbish": (
        "垃圾桶满了没人清运",
        "垃圾站味道很重苍蝇乱飞",
        "装修垃圾堆在路口",
        "清运车好几天没来",
        "垃圾分类桶坏了",
    ),
    "traffic.bus": (
        "公交车站取消了没法出行",
        "公交拒载老人",
        "等公交要四十分钟",
        "公交线路改道没通知",
        "站台没有公交站牌",
    ),
}
AROUND = (
    "昨晚开始邻居都在议论",
    "孩子上学要绕远",
    "物业值班室没有人接",
    "冬天路滑老人摔倒过",
    "去年修过一次又这样",
    "楼里住着很多老人",
)


def examples(*labels):
    """Thirty examples of each label."""
    return [Example(f"{one}，{around}", label) for label in labels or SAID for one in SAID[label] for around in AROUND]
