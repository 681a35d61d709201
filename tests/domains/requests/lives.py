"""Ways for a test to bring a request to any state, through the engine and by the people whose act it is."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from tests.neighbourhood import MONDAY, Neighbourhood, staff_member

from linli.domains.matters.engine import open_matter, perform
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.requests.actions.flagging import flag
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import (
    dismissing,
    exclusion,
    handing_over,
    hiding,
    merging,
    planning,
    postponing,
    report_in,
    whistle,
)
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.flag import Flag
from linli.domains.requests.lifecycle.undoing import UndoImport


class Life:
    """One request, moved step by step; every step is half an hour after the last."""

    def __init__(self, neighbourhood: Neighbourhood, **details: object) -> None:
        self.at = MONDAY
        self.here = neighbourhood
        given = {"text": "三号楼电梯坏了两天", "place": neighbourhood.building, "category": "home.lift"} | details
        self.matter = open_matter("request", given, by=neighbourhood.resident, at=self.at)

    @property
    def lead(self) -> Matter:
        return Matter.objects.filter(kind="assignment", parent=self.matter).order_by("-opened_at", "-pk")[0]

    def does(self, details, by, *, on: Matter | None = None) -> Life:
        self.at += timedelta(minutes=30)
        perform((on or self.matter).pk, details, by=by, at=self.at)
        self.matter.refresh_from_db()
        return self

    def filed(self) -> Life:
        return self.does(life.Accept(), self.here.desk)

    def dispatched(self) -> Life:
        return self.filed().does(life.Dispatch(unit=self.here.units["property"]), self.here.desk)

    def signed(self) -> Life:
        self.dispatched()
        return self.does(lead.SignFor(), self.here.handler, on=self.lead)

    def in_progress(self) -> Life:
        self.signed()
        return self.does(lead.ReportProgress(text="已联系维保单位"), self.here.handler, on=self.lead)

    def info_requested(self) -> Life:
        self.in_progress()
        return self.does(lead.AskResident(text="请问是哪一部电梯？"), self.here.handler, on=self.lead)

    def replied(self) -> Life:
        self.in_progress()
        return self.does(lead.Answer(text="门机更换完毕，已恢复运行"), self.here.handler, on=self.lead)

    def verified(self) -> Life:
        return self.replied().does(life.Verify(true_on_site=True), self.here.verifier)

    def callback(self) -> Life:
        return self.verified().does(life.CallBack(contacted=False), self.here.caller)

    def closed(self) -> Life:
        yes = life.CallBack(contacted=True, solved=True, satisfied=True)
        return self.verified().does(yes, self.here.caller)

    def reopened(self) -> Life:
        no = life.CallBack(contacted=True, solved=False, satisfied=False)
        return self.verified().does(no, self.here.caller)

    def not_accepted(self) -> Life:
        return self.does(life.DeclineToAccept(door="court", reason="属于合同纠纷，请向法院起诉"), self.here.desk)

    def withdrawn(self) -> Life:
        return self.does(life.Withdraw(), self.here.resident)

    def undone(self) -> Life:
        return self.does(UndoImport(reason="导错了文件"), SYSTEM)

    def received(self) -> Life:
        return self

    def bounce_asked(self) -> Life:
        self.dispatched()
        asked = lead.AskToBounce(ground="not_our_duty", evidence="电梯由维保公司负责")
        return self.does(asked, self.here.handler, on=self.lead)

    def extension_asked(self) -> Life:
        self.in_progress()
        asked = postponing.AskToExtend(ground="work_takes_longer", evidence="配件要订货，厂家答复十天到货")
        return self.does(asked, self.here.handler, on=self.lead)

    def suspension_asked(self) -> Life:
        self.in_progress()
        asked = postponing.AskToSuspend(ground="no_money", evidence="维修资金未到账")
        return self.does(asked, self.here.handler, on=self.lead)

    def suspended(self) -> Life:
        self.suspension_asked()
        granted = postponing.GrantSuspension(review_on=self.at.date() + timedelta(days=30), reason="等维修资金到账")
        return self.does(granted, self.here.supervisor, on=self.lead)

    def plan_asked(self) -> Life:
        self.in_progress()
        day = self.at.date() + timedelta(days=60)
        asked = planning.AskToPlan(ground="yearly_works", plan_on=day, evidence="已列入年度管线更新计划")
        return self.does(asked, self.here.handler, on=self.lead)

    def planned(self) -> Life:
        self.plan_asked()
        granted = planning.GrantPlan(plan_on=self.at.date() + timedelta(days=60), reason="供暖季结束后换管")
        return self.does(granted, self.here.supervisor, on=self.lead)

    def merged(self) -> Life:
        lead = Life(self.here).filed()
        return self.filed().does(merging.Merge(into=lead.matter.number), self.here.desk)

    def external(self) -> Life:
        asked = handing_over.HandOver(body="区水务局", reference="SW-12", ask_on=self.at.date() + timedelta(days=10))
        return self.filed().does(asked, self.here.desk)

    def dismissed(self) -> Life:
        return self.does(dismissing.Dismiss(ground="nothing_asked", reason="没有提出要办的事"), self.here.desk)

    def objected(self) -> Life:
        return self.dismissed().does(dismissing.Object(reason="请修好路灯"), self.here.resident)

    @property
    def exclusion(self) -> Matter:
        return Matter.objects.get(kind="exclusion", parent=self.matter, closed_at=None)

    def exclusion_asked(self) -> Life:
        asked = exclusion.AskToExclude(ground="force_majeure", evidence="当日台风红色预警")
        return self.replied().does(asked, self.here.desk)

    @property
    def hiding(self) -> Matter:
        return Matter.objects.filter(kind="hiding", parent=self.matter).latest("opened_at")

    @cached_property
    def moderator(self) -> Actor:
        return staff_member(self.here, "moderator", "committee", {"requests.read", "requests.moderate"})

    def hidden(self) -> Life:
        hide = hiding.HideFromNeighbours(scope="words", ground="personal", reason="写了邻居的姓名")
        return self.filed().does(hide, self.moderator)

    def appealed(self) -> Life:
        return self.hidden().does(hiding.AppealHiding(reason="没有写"), self.here.resident)

    @property
    def flagged(self) -> Matter:
        return Matter.objects.filter(kind="flag", facts__flagged=str(self.matter.pk)).latest("opened_at")

    def to_look_at(self) -> Life:
        flag(self.matter.number, Flag(ground="insult", reason="骂了邻居"), by=self.here.neighbour, at=self.filed().at)
        return self

    @property
    def whistle(self) -> Matter:
        return Matter.objects.filter(kind="whistle", parent=self.matter).order_by("-opened_at")[0]

    @property
    def called_unit(self) -> Matter:
        return Matter.objects.filter(kind="report_in", parent=self.matter).order_by("-opened_at")[0]

    def whistle_asked(self, ground: str = "joint_enforcement") -> Life:
        asked = whistle.AskToWhistle(ground=ground, evidence="物业无执法权，需供水所到场")
        return self.in_progress().does(asked, self.here.desk)

    def blown(self, ground: str = "joint_enforcement") -> Life:
        called = whistle.Blow(units=(self.here.units["water"],), task="到场查清漏点并责令修复")
        return self.whistle_asked(ground).does(called, self.here.supervisor, on=self.whistle)

    def called(self) -> Life:
        return self.blown()

    def reported_in(self) -> Life:
        return self.blown().does(report_in.ReportIn(), self.here.other_handler, on=self.called_unit)

    def share_done(self) -> Life:
        done = report_in.DoShare(text="漏点已查清并修复", rightly=True)
        return self.reported_in().does(done, self.here.other_handler, on=self.called_unit)
