"""Made-up values that show every component in both languages; nobody in here exists."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django import forms
from django.utils.functional import lazystr

from linli.design.shapes import Badge, Clock, Entry, Fact, File, Link, Option, Row, Step
from linli.kernel.words import say

SUBJECTS = (
    (
        say("Street light out at the north gate", "北门路灯不亮，晚上看不清路"),
        say("Spring Lane · Building 3", "春晓里 · 3 号楼"),
    ),
    (
        say("Water from the ceiling, unit 2", "二单元天花板漏水，已漏到楼下"),
        say("Willow Court · Building 11", "柳荫苑 · 11 号楼"),
    ),
    (say("Dogs off the lead in the garden", "小花园有人遛狗不牵绳"), say("Spring Lane", "春晓里")),
    (say("Ramp wanted at the health post", "卫生站门口想加一条轮椅坡道"), say("Old Quay", "老码头")),
    (say("Noise from the building site after ten", "工地晚上十点以后还在施工"), say("Willow Court", "柳荫苑")),
    (
        say("Lift stopped again, third time this month", "电梯又停了，这个月第三回"),
        say("Willow Court · Building 6", "柳荫苑 · 6 号楼"),
    ),
)


class Report(forms.Form):
    """A form with every kind of question."""

    what = forms.CharField(
        label=lazystr(say("What happened?", "发生了什么事？")),
        help_text=lazystr(say("A sentence is enough. You can add more later.", "一句话就够，以后还可以补充。")),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    kind = forms.ChoiceField(
        label=lazystr(say("What is it about?", "是哪方面的事？")),
        widget=forms.RadioSelect,
        choices=[
            ("light", Option(words=say("Light and power", "照明、用电"), icon="lightbulb")),
            ("water", Option(words=say("Water and leaks", "漏水、排水"), icon="droplets")),
            ("green", Option(words=say("Green and litter", "绿化、垃圾"), icon="trees")),
            (
                "other",
                Option(
                    words=say("Something else", "别的事"),
                    hint=say("We sort it for you", "我们帮你分类"),
                    icon="ellipsis",
                ),
            ),
        ],
    )
    where = forms.ChoiceField(
        label=lazystr(say("Building", "楼栋")),
        choices=[("3", say("Building 3", "3 号楼")), ("6", say("Building 6", "6 号楼"))],
    )
    photo = forms.FileField(
        label=lazystr(say("Photo", "照片")),
        required=False,
        help_text=lazystr(
            say("Up to 10 MB. Where and when it was taken is removed.", "不超过 10 MB。拍摄地点和时间会自动去掉。")
        ),
    )
    phone = forms.CharField(
        label=lazystr(say("Mobile number", "手机号")),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    code = forms.CharField(
        label=lazystr(say("Code from the text message", "短信验证码")),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 6}),
    )
    quiet = forms.BooleanField(
        label=lazystr(say("Do not show my request to others", "不公开我的诉求")),
        required=False,
        help_text=lazystr(say("The community still sees it.", "社区办理人员仍然看得到。")),
    )


def clocks(now: datetime) -> tuple[Clock, ...]:
    """One clock of each tone."""
    why = say("7 working days; stopped for 2 days while waiting for you.", "7 个工作日；等你补充材料时停了 2 天。")
    return (
        Clock(
            words=say("by Tue 10:00", "周二 10:00 前"),
            left=say("2 working days left", "还剩 2 个工作日"),
            at=now + timedelta(days=2),
            why=why,
        ),
        Clock(words=say("stopped", "已暂停"), left=say("waiting for the resident", "等居民补充"), tone="wait", why=why),
        Clock(
            words=say("since yesterday 17:00", "昨天 17:00 到期"),
            left=say("3 hours late", "已超 3 小时"),
            tone="late",
            at=now - timedelta(hours=19),
            why=why,
        ),
        Clock(words=say("answered in time", "已按时答复"), tone="done"),
    )


def badges() -> tuple[Badge, ...]:
    """One badge of each tone."""
    return (
        Badge(words=say("Sign for it", "请签收"), tone="work"),
        Badge(words=say("Waiting for the resident", "等居民补充"), tone="wait"),
        Badge(words=say("Late", "已超时"), tone="late"),
        Badge(words=say("Closed", "已结案"), tone="done"),
        Badge(words=say("Suggestion", "建议")),
    )


def rows(now: datetime) -> list[Row]:
    """A small worklist, due first."""
    plain, wait, late, done = clocks(now)
    asked, waits, behind, closed, _ = badges()
    states = ((behind, late), (asked, plain), (asked, plain), (waits, wait), (asked, plain), (closed, done))
    return [
        Row(
            id=str(n),
            href="#",
            number=f"2026-{3100 + 17 * n}",
            subject=what,
            place=where,
            state=state,
            clock=clock,
            current=n == 1,
        )
        for n, ((what, where), (state, clock)) in enumerate(zip(SUBJECTS, states, strict=True))
    ]


def steps(now: datetime) -> list[Step]:
    """A request half way through its life."""
    community = say("Spring Lane community · Wang (desk)", "春晓里社区 · 王（前台）")
    return [
        Step(words=say("You reported it", "你报了这件事"), at=now - timedelta(days=3), text=str(SUBJECTS[0][0])),
        Step(
            words=say("Filed; your community keeps it to the end", "已立案，由社区负责到底"),
            at=now - timedelta(days=3, hours=-1),
            who=community,
        ),
        Step(words=say("Sent to the property company", "已派给物业公司"), at=now - timedelta(days=2), who=community),
        Step(
            words=say("Being worked on", "正在办理"),
            state="now",
            at=now - timedelta(hours=20),
            who=say("Spring Lane property · Li", "春晓里物业 · 李"),
            text=say("The lamp is ordered and will be fitted on Tuesday morning.", "灯具已经订好，周二上午来换。"),
            clock=clocks(now)[0],
        ),
        Step(words=say("We answer you", "答复你"), state="next"),
        Step(words=say("We call you back; you judge", "回访，由你评价"), state="next"),
    ]


def entries(now: datetime) -> list[Entry]:
    """A conversation with every kind of entry."""
    li, chen = say("Li, property company", "李 · 物业"), say("Resident", "居民")
    return [
        Entry(
            side="resident",
            who=chen,
            at=now - timedelta(days=3),
            text=SUBJECTS[0][0],
            files=[File(href="#", name="IMG_2041.jpg", size="1.2 MB")],
        ),
        Entry(
            side="event",
            who=say("Wang", "王"),
            at=now - timedelta(days=2),
            words=say("Sent to the property company", "派给物业公司"),
            icon="send",
        ),
        Entry(
            side="inside",
            who=say("Wang", "王"),
            at=now - timedelta(days=2),
            text=say("Third lamp this winter; ask about the cable.", "今年冬天第三盏了，问一下是不是线路问题。"),
        ),
        Entry(
            side="office",
            who=li,
            at=now - timedelta(hours=20),
            words=say("asked for information", "请你补充"),
            text=say("Is it the lamp left or right of the gate?", "是大门左边那盏还是右边那盏？"),
        ),
        Entry(
            side="resident",
            who=chen,
            at=now - timedelta(hours=2),
            text=say("The left one, seen from the street.", "从马路看过去，左边那盏。"),
        ),
    ]


def facts(now: datetime) -> list[Fact]:
    """Facts with source and age."""
    return [
        Fact(name=say("Number", "编号"), value="2026-3117"),
        Fact(
            name=say("Place", "地点"),
            value=SUBJECTS[0][1],
            note=say("chosen on the map by the resident", "居民在地图上选的"),
        ),
        Fact(
            name=say("Lives in", "房屋"),
            value=say("own home, 4 people", "自住，4 口人"),
            note=say("house visit, March 2025", "2025 年 3 月入户登记"),
            doubtful=True,
        ),
        Fact(name=say("Rule", "依据"), value=say("Beijing 2026.1, ordinary request", "北京 2026.1 版，一般诉求")),
    ]


def links() -> list[Link]:
    """Tabs."""
    return [
        Link(href="#", words=say("Story", "经过"), current=True, icon="history"),
        Link(href="#", words=say("Files", "附件"), count=2, icon="paperclip"),
        Link(href="#", words=say("Who saw it", "谁看过"), icon="eye"),
    ]


def weeks(now: datetime) -> list[tuple[date, int]]:
    """How many came in each of six weeks."""
    return [(now.date() - timedelta(weeks=6 - place), count) for place, count in enumerate((12, 9, 14, 11, 13, 10))]
