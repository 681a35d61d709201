"""Notices of the demo: out, corrected, withdrawn, asked about, in review, waiting for their time; and doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import localdate, make_aware

from linli.demo.people import SUBDISTRICT
from linli.demo.stage import Stage
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.notices.actions import begin, correct, say_back
from linli.domains.notices.disclosing import Every, period_of
from linli.domains.notices.lifecycle import drafting, ending, reply, reviewing
from linli.domains.notices.models import Notice
from linli.domains.notices.vocabulary import Decision, NoticeType, Stance
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.places.actions import add_many
from linli.domains.places.actions.adding import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.lifecycle import Transition

FLOORS, DOORS = 6, 2
DISCLOSING = ("willow", "poplar", "ginkgo", "locust", "apple")
OWING = (("apple", NoticeType.FINANCE), ("willow", NoticeType.PARTY))
"""What stands as overdue for all to see."""
OUT_AFTER = (8, 12, 7, 18, 13)
"""Days after the quarter's end; one of them late."""
EARLIEST = 55
"""Days ago, when everybody had their post."""
AFFAIRS = {
    NoticeType.FINANCE: (
        "季度财务公开",
        "一、期初结余12600元。\n\n二、本季度收入8000元，为公益金拨款。\n\n"
        "三、本季度支出5230元：楼道灯更换3180元，活动室维修2050元。\n\n四、期末结余15370元。",
    ),
    NoticeType.COMMITTEE: (
        "季度居务公开",
        "一、本季度召开居民代表会议两次，议定加装非机动车充电棚。\n\n二、充电棚选址已公示，无异议。",
    ),
    NoticeType.PARTY: (
        "季度党务公开",
        "一、组织在职党员报到服务两次，入户走访独居老人四十户。\n\n二、党费按季收缴，收支已向支部大会报告。",
    ),
}


def add_doors(stage: Stage, *, at: datetime) -> None:
    """Two homes on each of six floors behind every entrance: what an audience is counted in."""
    entrances = (
        Place.objects.filter(kind=PlaceKind.UNIT, active_until=None).order_by("path").values_list("pk", flat=True)
    )
    rooms = [f"{floor}0{door}" for floor in range(1, FLOORS + 1) for door in range(1, DOORS + 1)]
    news = [NewPlace(PlaceKind.HOME, f"{room}室", entrance) for entrance in entrances for room in rooms]
    add_many(news=news, by=SYSTEM, at=at)


@dataclass
class Announcer:
    """Tells the lives of notices: one of a body writes, another reviews."""

    stage: Stage
    until: datetime

    def ago(self, days: float) -> datetime:
        """So many days before the demo is opened."""
        return self.until - timedelta(days=days)

    def since(self, day: date) -> float:
        """Days from ten in the morning of that day to the opening of the demo."""
        return (self.until - make_aware(datetime.combine(day, time(10)))) / timedelta(days=1)

    def people(self, where: str) -> tuple[Actor, Actor]:
        """Who writes there, and who reviews."""
        writer, reviewer = ("dispatcher", "supervisor") if where == SUBDISTRICT else (f"desk.{where}", f"head.{where}")
        return self.stage.staff[writer], self.stage.staff[reviewer]

    def drafted(self, where: str, title: str, body: str, **more: Any) -> drafting.Draft:
        """The words, for the whole of a community or of the subdistrict."""
        given = {"type": NoticeType.ORDINARY, "title": title, "body": body, "places": (self.stage.areas[where],)}
        return drafting.Draft(**given | more)

    def written(self, where: str, details: drafting.Draft, *, days: float) -> Matter:
        """A draft, so many days ago."""
        return begin(details, by=self.people(where)[0], at=self.ago(days))

    def submitted(self, where: str, details: drafting.Draft, *, days: float) -> Matter:
        """A draft that waits for its review."""
        matter = self.written(where, details, days=days)
        self.does(drafting.Submit(), self.people(where)[0], matter, days=days - 0.02)
        return matter

    def out(self, where: str, details: drafting.Draft, *, days: float) -> Matter:
        """Reviewed and out, or waiting for its time."""
        matter = self.submitted(where, details, days=days)
        self.approved(where, matter, days=days - 0.1)
        return matter

    def approved(self, where: str, matter: Matter, *, days: float) -> None:
        """Whatever the check marked is an office's own in these; the reviewer says so."""
        marks = Notice.objects.values_list("marks", flat=True).get(pk=matter.pk)
        decisions = tuple(f"{mark[0]}:{mark[2]}-{mark[3]}={Decision.DUTY.value}" for mark in marks)
        approve = reviewing.Approve(facts=True, secrecy=True, personal=True, decisions=decisions)
        self.does(approve, self.people(where)[1], matter, days=days)

    def does(self, details: Transition, by: Actor, matter: Matter, *, days: float) -> None:
        """One act, so many days ago."""
        perform(matter.pk, details, by=by, at=self.ago(days))

    def asked(self, matter: Matter, text: str, *, days: float, which: int, stance: Stance = Stance.QUESTION) -> Matter:
        """A resident asks, and lets neighbours read it."""
        said = reply.SayBack(stance=stance, text=text, share=True)
        resident = Actor(person=self.stage.persons[which])
        return say_back(matter.number, said, by=resident, at=self.ago(days)).matter


def announce_all(stage: Stage, *, until: datetime) -> None:
    """Tells a dozen lives, each in another state, and the last quarter's disclosures."""
    told = Announcer(stage, until)
    _disclosed(told)
    _corrected(told)
    _rebutted(told)
    _urgent(told)
    _over(told)
    _not_yet_out(told)


def _corrected(told: Announcer) -> None:
    """Water is off; the day was wrong; residents asked meanwhile."""
    words = "因水箱清洗，{}9时至12时停水，请提前储水。\n\n清洗后初次放水可能发黄，放一会儿即可。"
    first = told.out("willow", told.drafted("willow", "水箱清洗停水通知", words.format("周三")), days=6)
    question = told.asked(first, "老人行动不便，停水时能帮忙接桶水上楼吗？", days=5.5, which=20)
    answer = reply.AnswerReply(answer="可以。请打居委会电话登记，楼组长会送水上门。")
    told.does(answer, told.people("willow")[0], question, days=5)
    told.asked(first, "周三家里有事，能不能改到周末？", days=4.8, which=21, stance=Stance.OBJECTION)
    details = told.drafted("willow", "水箱清洗停水通知（改期）", words.format("周四"))
    later = correct(first.number, details, by=told.people("willow")[0], at=told.ago(4.5))
    told.does(drafting.Submit(), told.people("willow")[0], later, days=4.4)
    told.approved("willow", later, days=4.2)


def _disclosed(told: Announcer) -> None:
    """The last quarter's disclosures: all out but two, where it ended long enough ago."""
    today = localdate(told.until)
    period, _, after = period_of(period_of(today, Every.QUARTER)[1] - timedelta(days=1), Every.QUARTER)
    for number, where in enumerate(DISCLOSING):
        for kind, (title, body) in AFFAIRS.items():
            days = min(told.since(after + timedelta(days=OUT_AFTER[number])), EARLIEST)
            if days > 0.5 and (where, kind) not in OWING:
                told.out(where, told.drafted(where, title, body, type=kind, period=period), days=days)


def _rebutted(told: Announcer) -> None:
    """A rumour, the evidence against it, for the whole subdistrict."""
    body = "经核实，辖区自来水各项指标合格，可以放心使用。请以本页为准，转发时请带上本页链接。"
    rumour = {
        "type": NoticeType.REBUTTAL,
        "claim": "网传“柳荫街道自来水检出超标，三天内不要饮用”。",
        "verifier": "柳河区供水所、区疾控中心",
        "evidence": "当日八个点位采样复检，浑浊度、余氯、微生物指标均合格，报告在街道服务大厅可查。",
    }
    notice = told.out(SUBDISTRICT, told.drafted(SUBDISTRICT, "关于自来水传言的说明", body, **rumour), days=3)
    told.asked(notice, "我家水发黄也是合格的吗？", days=2.5, which=22)


def _urgent(told: Announcer) -> None:
    """One emergency was reviewed afterwards, one waits for it."""
    gas = "今日15时起燃气抢修，白杨社区1至5号楼停气，预计20时恢复。请关闭灶前阀，恢复前不要点火。"
    urgent = told.drafted("poplar", "燃气抢修停气", gas, type=NoticeType.EMERGENCY)
    first = told.written("poplar", urgent, days=8)
    told.does(reviewing.PublishNow(), told.people("poplar")[1], first, days=7.99)
    checked = reviewing.ConfirmAfterwards(facts=True, secrecy=True, personal=True)
    told.does(checked, told.people("poplar")[1], first, days=7.9)
    wind = "今晚到明天有大风，请收好阳台花盆和杂物，不要在树下和广告牌下停车。"
    storm = told.drafted(SUBDISTRICT, "大风提醒", wind, type=NoticeType.EMERGENCY)
    second = told.written(SUBDISTRICT, storm, days=0.09)
    told.does(reviewing.PublishNow(), told.people(SUBDISTRICT)[0], second, days=0.08)


def _over(told: Announcer) -> None:
    """One was withdrawn with its reason, one is filed away, one simply holds."""
    clinic = told.drafted("poplar", "周六义诊", "周六上午9时在社区活动室义诊，请带好以往的检查单。")
    notice = told.out("poplar", clinic, days=12)
    reason = ending.WithdrawNotice(reason="医院临时调整，义诊取消；改期后另行通知。")
    told.does(reason, told.people("poplar")[1], notice, days=11)
    meeting = told.drafted(
        "willow",
        "居民代表会议通知",
        "定于周五19时在活动室召开居民代表会议，议题：充电棚选址。",
        until=localdate(told.ago(24)),
    )
    ended = told.out("willow", meeting, days=30)
    perform(ended.pk, ending.Archive(), by=SYSTEM, at=told.ago(23))
    works = "下周一至周五9时至17时更换3号楼、4号楼污水管，噪声较大，请见谅。问题请打居委会电话，或在本页提问。"
    told.out("ginkgo", told.drafted("ginkgo", "污水管更换施工告知", works), days=2)


def _not_yet_out(told: Announcer) -> None:
    """One waits for its time, one for a reviewer who must decide what the check marked, one is being written."""
    drill = told.drafted(
        "willow",
        "消防演练",
        "周六上午10时在中心花园举行消防演练，届时有烟雾和警报声，请不要惊慌。",
        publish_at=told.until + timedelta(days=1),
    )
    told.out("willow", drill, days=1)
    volunteer = "暑期托管班志愿者名单：报名请联系楼组长钟阿姨，电话13800000000，或到3号楼2单元301室登记。"
    told.submitted("willow", told.drafted("willow", "暑期托管班报名", volunteer), days=0.3)
    told.written("poplar", told.drafted("poplar", "楼道清理通知", "下周起清理楼道堆物，请在____前自行清走。"), days=0.2)
