"""What happens in Liuyin: stories to be told with small variations, by category, with how they were answered."""

from __future__ import annotations

from dataclasses import dataclass

from linli.domains.requests.vocabulary import RequestKind, Urgency


@dataclass(frozen=True)
class Story:
    """One kind of trouble. `told` are ways to say it; blanks: building, floor, days, name, phone, hour, age."""

    category: str
    unit: str
    told: tuple[str, ...]
    progress: str
    answer: str
    kind: RequestKind = RequestKind.HELP
    urgency: Urgency = Urgency.ORDINARY
    question: str = ""
    given: str = ""
    weight: int = 3


STORIES = (
    Story(
        "home.lift",
        "property",
        (
            "{building}的电梯这{days}天老是停在{floor}层不走，家里老人八十多了，上下楼很不方便，请尽快修一修。",
            "电梯又坏了，{building}，已经{days}天了，按了没反应，门也关不严，怕夹着孩子。",
            "我叫{name}，住{building}2单元{floor}01室，电梯半夜有异响，物业说在等配件，等了{days}天了，电话{phone}。",
        ),
        "维保单位已到场，是门机皮带磨损，配件已经下单，明天上午更换。",
        "门机皮带和门锁已更换，试运行两天正常，维保记录贴在轿厢内。今后每月多查一次门机。",
        weight=6,
    ),
    Story(
        "home.leak",
        "property",
        (
            "{building}顶楼漏水，{floor}楼走廊天花板一直滴水，墙皮掉了一大片，已经{days}天。",
            "楼上往下漏水，卫生间顶都泡黄了，{building}，物业来看过一次就没下文，联系我{phone}，{name}。",
        ),
        "已查看现场，是楼顶防水层老化，先做临时封堵，正走维修资金手续。",
        "漏点已重做防水，闭水试验二十四小时不渗，走廊天花板已修补粉刷。",
        question="请问漏水的是卫生间还是厨房的位置？大概从哪天开始？方便的话说一下什么时间在家。",
        given="是卫生间顶，大约上周三开始，晚上七点以后都在家。",
        weight=4,
    ),
    Story(
        "street.rubbish",
        "property",
        (
            "{building}前面的垃圾桶{days}天没清了，天一热味道很大，苍蝇乱飞。",
            "垃圾站外面堆了很多装修垃圾，路都挡了，请清一清，最好定个时间每天清。",
        ),
        "已通知清运车今天加一趟，装修垃圾另约车辆。",
        "垃圾已清完并冲洗地面，改为早六点、晚七点各清一次，桶边贴了联系电话。",
        weight=5,
    ),
    Story(
        "street.noise",
        "city",
        (
            "楼下烧烤店每天晚上{hour}点还在外面放音响，{building}的孩子没法睡觉，投诉过两回了。",
            "广场上跳舞的音响声音特别大，从晚上七点到{hour}点，能不能小一点或者换个地方。",
        ),
        "已联系店家和领队，约定音量和时间，今晚到现场测一次。",
        "现场测得晚间五十二分贝，店家已撤走外放音响并写了承诺，九点以后不再外摆；我们连续巡查了三晚。",
        kind=RequestKind.COMPLAINT,
        weight=4,
    ),
    Story(
        "street.parking",
        "city",
        (
            "{building}门口的消防通道天天停满车，救护车都进不来，请管一管。",
            "外来车占了小区里的车位，业主回来没地方停，{days}天了没人处理。",
        ),
        "已在现场贴提示并联系车主挪车，划线方案正在征求意见。",
        "消防通道已重新划线并装了隔离柱，违停三次告知后依法处理；外来车改停东侧公共停车场。",
        kind=RequestKind.COMPLAINT,
        weight=4,
    ),
    Story(
        "street.lighting",
        "power",
        (
            "{building}后面那条小路的路灯坏了{days}天，晚上黑得看不见，老人出来倒垃圾摔了一跤。",
            "小区西门的路灯一闪一闪的，请来看看。",
        ),
        "已派人检查，是线路接头进水，需要开挖两米。",
        "接头已更换并做防水，三盏灯全部恢复，另把这一段列入每月巡查。",
        weight=3,
    ),
    Story(
        "utilities.water",
        "water",
        (
            "{building}从早上开始停水，没有通知，家里有行动不便的老人，什么时候能来水？",
            "水龙头出来的水发黄，{building}整栋都这样，放了半小时还是黄的。",
        ),
        "抢修队已到，主管爆裂，正在关阀换管，预计三小时内恢复；送水车停在北门。",
        "管道已换，下午四点恢复供水并冲洗管网，水质抽检合格。停水通知以后提前一天贴到每个单元。",
        urgency=Urgency.UTILITIES,
        weight=3,
    ),
    Story(
        "utilities.heat",
        "property",
        (
            "{building}{floor}楼暖气不热，屋里才十五度，孩子都感冒了。",
            "我家暖气片只有上面热，下面是凉的，请来人放放气。",
        ),
        "已上门测温，是立管堵塞，今天下午冲洗。",
        "立管冲洗后复测室温二十一度，同一立管的住户都已回访。",
        urgency=Urgency.UTILITIES,
        weight=2,
    ),
    Story(
        "traffic.ebike",
        "safety",
        (
            "有人把电动车推进{building}楼道充电，线从{floor}楼拉下来，太危险了。",
            "希望在小区里多装几个电动车充电桩，现在只有{days}个桩不够用，大家只好拉飞线。",
        ),
        "已入户劝离并登记，充电桩选址走访了两栋楼的住户。",
        "飞线已拆除，新增二十个充电位下周启用，楼门口加装了阻车梯控，三个月内每周夜查。",
        kind=RequestKind.SUGGESTION,
        weight=3,
    ),
    Story(
        "safety.fire",
        "safety",
        (
            "{building}楼道里堆满了纸箱和旧家具，着火了跑都跑不出去。",
            "{building}的灭火器过期{days}个月了，消火栓箱打不开。",
        ),
        "已约物业和楼组长清理，逾期不清的统一搬到暂存点。",
        "楼道杂物已清完，灭火器换新二十四具，消火栓逐个打开试过，照片贴在楼门口。",
        urgency=Urgency.EMERGENCY,
        kind=RequestKind.REPORT,
        weight=2,
    ),
    Story(
        "life.elder",
        "civil",
        (
            "我母亲{age}岁了，一个人住在{building}，想申请助餐和上门探访，怎么办手续？联系人{name}，{phone}。",
            "社区的老年餐桌能不能送到家？我腿脚不好，住{building}。",
        ),
        "已电话了解情况，安排社工本周上门评估。",
        "评估完成，从下周一起送午餐到家，每周两次电话问候、一次上门，费用按政策减免。",
        kind=RequestKind.CONSULT,
        weight=4,
    ),
    Story(
        "life.school",
        "civil",
        (
            "想问一下孩子明年上小学，租房住在{building}，需要准备哪些材料？",
            "暑假托管班什么时候报名？双职工家庭优先吗？",
        ),
        "已向教育部门核对今年的材料清单。",
        "材料清单和时间表已发给你，租房家庭另需居住登记凭证，可在社区服务站当场办。",
        kind=RequestKind.CONSULT,
        weight=2,
    ),
    Story(
        "home.property",
        "property",
        (
            "物业费涨了，但是保洁一周才来一次，收费明细能不能公开？",
            "大门门禁坏了{days}天，谁都能进来，物业一直说在修。",
        ),
        "已调取保洁记录和门禁报修单，约了业委会一起看。",
        "保洁恢复每天一次并在楼门签字公示，门禁已修好；收费明细贴在公告栏，也可以到物业查账。",
        kind=RequestKind.COMPLAINT,
        urgency=Urgency.COMPLEX,
        weight=3,
    ),
    Story(
        "dispute.neighbour",
        "committee",
        (
            "楼上每天晚上{hour}点以后拖桌子、孩子跑跳，说过几次都吵起来了，请社区帮忙说说。",
            "隔壁把鞋柜放在公共走道上，推轮椅过不去，商量不通。",
        ),
        "已分别听了两家的情况，约周末一起坐下来谈。",
        "两家谈好：晚九点后不拖桌椅，楼上铺地垫，鞋柜移回屋内；一周后我们再去看一次。",
        urgency=Urgency.COMPLEX,
        weight=3,
    ),
    Story(
        "street.green",
        "property",
        ("{building}南边的树把{floor}楼的窗户都挡住了，白天也要开灯，希望修剪一下。",),
        "已请绿化队看过，避开雨天修剪。",
        "已修剪六棵，枝叶当天清走，采光恢复。",
        kind=RequestKind.SUGGESTION,
        weight=2,
    ),
)

ELSEWHERE = (
    (
        "我和装修公司的合同纠纷，他们不退定金，请社区帮我把钱要回来。",
        "court",
        "这是合同纠纷，社区无权裁决。可先到街道调解室，也可以向法院起诉，材料清单已附在页面下方。",
    ),
    ("外地亲戚的社保卡丢了，请帮忙补办。", "hotline", "补卡由参保地办理，请打 12345 转参保地社保窗口，不用跑来社区。"),
)
"""(told, right door, what the resident is told) of what is not ours to answer."""
