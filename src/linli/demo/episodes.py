"""A few lives told step by step after all others, so that a newcomer meets each: whistle, plan, exclusion, merging…"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.utils.timezone import localdate

from linli.demo.days import in_office
from linli.demo.stage import Stage
from linli.domains.matters.engine import perform
from linli.domains.matters.missing import mark_missed
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import report
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import (
    exclusion,
    handing_over,
    merging,
    planning,
    postponing,
    report_in,
    whistle,
)
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.queries import lead_of
from linli.domains.requests.vocabulary import ExclusionGround, PlanGround, SuspensionGround, WhistleGround
from linli.kernel.lifecycle import Transition

WHERE = "poplar"
DESK, HEAD, PROPERTY = f"desk.{WHERE}", f"head.{WHERE}", f"property.{WHERE}"


class Teller:
    """Tells one life; every step is some office hours after the last, and long before `until`."""

    def __init__(self, stage: Stage, *, until: datetime, days: int) -> None:
        self.stage, self.until = stage, until
        self.at, self.random = until - timedelta(days=days), Random(days)
        self.spot = next(spot for spot in stage.spots if spot.community == WHERE)

    def ahead(self, days: int) -> date:
        """A day still to come when the demo is opened."""
        return localdate(self.until) + timedelta(days=days)

    def resident(self, which: int) -> Actor:
        """One of the neighbours, signed in."""
        return Actor(person=self.stage.persons[which])

    def later(self, hours: float) -> datetime:
        """The clock goes on; what fell due meanwhile is noticed."""
        self.at = in_office(self.at, self.random, hours=(hours, hours))
        mark_missed(at=self.at)
        return self.at

    def reports(self, text: str, category: str, *, teller: int) -> UUID:
        """Somebody reports; the desk takes it up."""
        details = life.Report(text=text, place=self.spot.place, category=category, share=True)
        matter = report(details, by=self.resident(teller), at=self.later(1)).matter.pk
        self.does(life.Accept(), DESK, on=matter)
        return matter

    def does(self, details: Transition, by: str | Actor, *, on: UUID, hours: float = 2) -> None:
        """One act, by a member of staff or a resident."""
        actor = self.stage.staff[by] if isinstance(by, str) else by
        perform(on, details, by=actor, at=self.later(hours))

    def works_on(self, matter: UUID, progress: str) -> UUID:
        """The property company takes it on and begins; answers with its assignment."""
        self.does(life.Dispatch(unit=self.stage.units[PROPERTY]), HEAD, on=matter)
        assigned = lead_of(matter)
        self.does(lead.SignFor(), PROPERTY, on=assigned)
        self.does(lead.ReportProgress(text=progress), PROPERTY, on=assigned)
        return assigned


def whistled(teller: Teller) -> None:
    """Two departments are called: one reports in and does its share, the other is late."""
    text = "北门外夜市的油污水直接倒进雨水井，井盖周围又滑又臭，雨天倒灌到人行道上。"
    matter = teller.reports(text, "street.rubbish", teller=5)
    teller.works_on(matter, "已冲洗路面，但摊位不归物业管，雨水井也要权属单位来清。")
    why = "物业劝了三次没有用：摊位要城管执法，雨水井要供水所清掏。"
    asked = whistle.AskToWhistle(ground=WhistleGround.JOINT_ENFORCEMENT, evidence=why)
    teller.does(asked, HEAD, on=matter)
    opened = Matter.objects.get(parent=matter, kind="whistle")
    units = (teller.stage.units["city"], teller.stage.units["water"])
    task = "城管规范摊位、查处倾倒；供水所清掏雨水井并查下游。请先到场碰头。"
    teller.does(whistle.Blow(units=units, task=task), "dispatcher", on=opened.pk)
    called = Matter.objects.get(parent=matter, kind="report_in", holder_unit=teller.stage.units["water"])
    teller.does(report_in.ReportIn(text="田园带一组人，下午到场。"), "clerk.water", on=called.pk)
    done = report_in.DoShare(text="雨水井已清掏，下游三口井一并疏通。", rightly=True)
    teller.does(done, "clerk.water", on=called.pk, hours=26)


def planned(teller: Teller) -> None:
    """Work that has its day."""
    text = "楼前的健身器材锈得厉害，扶手断了一根，能不能整体换新的？"
    assigned = teller.works_on(teller.reports(text, "street.green", teller=6), "断的扶手已拆除并围挡。")
    day, ground = teller.ahead(30), PlanGround.YEARLY_WORKS
    asked = planning.AskToPlan(ground=ground, plan_on=day, evidence="已列入街道健身设施年度更新，厂家已排期。")
    teller.does(asked, PROPERTY, on=assigned)
    reason = "整套器材要等厂家统一更换，已排好日期；在那之前围挡不撤。"
    teller.does(planning.GrantPlan(plan_on=day, reason=reason), "supervisor", on=assigned)


def exclusion_asked(teller: Teller) -> None:
    """An exclusion that waits for its decision."""
    matter = teller.reports("昨晚大风把楼顶的太阳能热水器刮倒了，是不是没有固定好？", "home.property", teller=7)
    assigned = teller.works_on(matter, "现场已拉警戒线。")
    teller.does(lead.Answer(text="已吊装拆除并检查同排的另外六台。"), PROPERTY, on=assigned)
    evidence = "当晚气象台发布大风橙色预警，同排固定件检查合格。"
    asked = exclusion.AskToExclude(ground=ExclusionGround.FORCE_MAJEURE, evidence=evidence)
    teller.does(asked, HEAD, on=matter)


def merged(teller: Teller) -> None:
    """Two neighbours about the same thing: worked on once, each hears for themself."""
    first = teller.reports("3号楼前的路面塌了一块，电动车差点摔倒。", "street.parking", teller=8)
    second = teller.reports("楼前的路有个坑，晚上看不见，请赶紧补。", "street.parking", teller=9)
    teller.works_on(first, "已围挡，约了施工队补路面。")
    number = Matter.objects.values_list("number", flat=True).get(pk=first)
    teller.does(merging.Merge(into=number, reason="同一处路面塌陷"), HEAD, on=second)


def handed_outside(teller: Teller) -> None:
    """What a body outside must do."""
    matter = teller.reports("北门公交站牌被广告挡住了，老人看不清车次。", "street.lighting", teller=10)
    outside = handing_over.HandOver(body="市公交集团客户服务（电话见站牌）", ask_on=teller.ahead(5))
    teller.does(outside, HEAD, on=matter)


def set_aside(teller: Teller) -> None:
    """What cannot be done for now, with the day on which it is looked at again."""
    text = "外墙保温层有一片鼓包，怕掉下来砸到人。"
    assigned = teller.works_on(teller.reports(text, "home.leak", teller=11), "已设隔离带，请检测单位看过。")
    evidence = "整面修缮要动用维修资金，业主表决还差十二户。"
    asked = postponing.AskToSuspend(ground=SuspensionGround.NO_MONEY, evidence=evidence)
    teller.does(asked, PROPERTY, on=assigned)
    reason = "修缮资金要业主表决，正在逐户征求；隔离带不撤，每周看一次。"
    teller.does(postponing.GrantSuspension(review_on=teller.ahead(12), reason=reason), "supervisor", on=assigned)
