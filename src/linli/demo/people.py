"""The people of the demo: units, staff with their posts, residents; names and numbers are made up and look it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random

from django.utils import timezone

from linli.demo.land import COMMUNITIES, Community
from linli.domains.people.signin.secrets import digest
from linli.domains.people.signin.totp import current_code, demo_secret
from linli.domains.people.vocabulary import OrganisationKind
from linli.kernel.words import Words, say

SUBDISTRICT = "subdistrict"


@dataclass(frozen=True)
class SignIn:
    """One way into the demo, for whoever tries it."""

    role: Words
    name: str
    secret: str
    hint: Words


@dataclass(frozen=True)
class Unit:
    """A body of the demo; `where` is a community's code or the subdistrict."""

    code: str
    kind: OrganisationKind
    zh: str
    en: str
    where: str = SUBDISTRICT
    phone: str = ""


@dataclass(frozen=True)
class Staff:
    """Someone who works here: username, the name on the door, role, unit."""

    username: str
    name: str
    role: str
    unit: str
    where: str = SUBDISTRICT


UNITS = (
    Unit(
        "office",
        OrganisationKind.SUBDISTRICT_OFFICE,
        "柳荫街道办事处",
        "Liuyin Subdistrict Office",
        phone="01000001200",
    ),
    Unit("city", OrganisationKind.LINE_DEPARTMENT, "柳荫街道城管科", "Urban Management"),
    Unit("water", OrganisationKind.LINE_DEPARTMENT, "柳河供水所", "Liuhe Water"),
    Unit("power", OrganisationKind.LINE_DEPARTMENT, "柳河供电所", "Liuhe Power"),
    Unit("civil", OrganisationKind.LINE_DEPARTMENT, "柳荫街道民政科", "Civil Affairs"),
    Unit("safety", OrganisationKind.LINE_DEPARTMENT, "柳荫街道安全科", "Safety Office"),
    Unit("university", OrganisationKind.UNIVERSITY, "柳河大学", "Liuhe University"),
    *(
        unit
        for number, community in enumerate(COMMUNITIES, start=1)
        for unit in (
            Unit(
                f"committee.{community.code}",
                OrganisationKind.RESIDENTS_COMMITTEE,
                f"{community.zh}居委会",
                f"{community.en} Residents' Committee",
                community.code,
                f"0100000120{number}",
            ),
            Unit(
                f"property.{community.code}",
                OrganisationKind.PROPERTY_COMPANY,
                f"{community.zh.removesuffix('社区')}物业",
                f"{community.en} Property",
                community.code,
            ),
        )
    ),
    Unit("owners.willow", OrganisationKind.OWNERS_COMMITTEE, "柳荫社区业委会", "Willow Owners", "willow"),
    Unit("branch.willow", OrganisationKind.PARTY_BRANCH, "柳荫社区党支部", "Willow Party Branch", "willow"),
    Unit("volunteers", OrganisationKind.VOLUNTEER_TEAM, "柳荫数据志愿服务队", "Liuyin Data Volunteers"),
    Unit("mediation", OrganisationKind.MEDIATION_COMMITTEE, "柳荫街道人民调解委员会", "Liuyin Mediation Committee"),
)

DESKS = ("林默", "周宁", "何雨", "罗安", "梁一")
HEADS = ("宋禾", "韩冬", "冯川", "曹青", "彭野")
GRIDS = ("潘石", "袁舟", "邓初", "许晴", "沈木")


def _community_staff(community: Community, desk: str, head: str, grid: str) -> tuple[Staff, ...]:
    where, committee = community.code, f"committee.{community.code}"
    return (
        Staff(f"desk.{where}", desk, "community_worker", committee, where),
        Staff(f"head.{where}", head, "community_head", committee, where),
        Staff(f"grid.{where}", grid, "grid_worker", committee, where),
        Staff(f"property.{where}", f"{community.zh[0]}工", "property_worker", f"property.{where}", where),
    )


STAFF = (
    *(staff for cast in zip(COMMUNITIES, DESKS, HEADS, GRIDS, strict=True) for staff in _community_staff(*cast)),
    Staff("clerk.city", "丁平", "department_clerk", "city"),
    Staff("clerk.water", "田园", "department_clerk", "water"),
    Staff("clerk.power", "石磊", "department_clerk", "power"),
    Staff("clerk.civil", "方圆", "department_clerk", "civil"),
    Staff("clerk.safety", "任远", "department_clerk", "safety"),
    Staff("dispatcher", "姚远", "subdistrict_dispatcher", "office"),
    Staff("callback", "卢青", "callback_desk", "office"),
    Staff("supervisor", "傅言", "supervisor", "office"),
    Staff("leader.willow", "钟阿姨", "building_leader", "committee.willow", "willow"),
    Staff("volunteer", "小禾", "volunteer", "volunteers"),
    Staff("system", "系统管理员", "system_admin", "office"),
    Staff("security", "安全管理员", "security_admin", "office"),
    Staff("audit", "审计管理员", "audit_admin", "office"),
    Staff("mediator", "顾平", "mediator", "mediation"),
)

SHOWN = (
    "desk.willow",
    "head.willow",
    "property.willow",
    "clerk.water",
    "dispatcher",
    "callback",
    "supervisor",
    "grid.willow",
    "mediator",
    "system",
    "security",
    "audit",
)
"""One sign-in a role, in the order a request meets them."""

FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
GIVEN = ("一一", "小样", "示范", "举例", "试用", "演示", "小例", "样样")


@dataclass(frozen=True)
class Neighbour:
    """A made-up resident; the first few have an account."""

    name: str
    phone: str


def neighbours(count: int, random: Random) -> list[Neighbour]:
    """Residents with names that say they are examples, and numbers from a block kept for them."""
    numbers = (f"1380000{1000 + each:04d}" for each in range(count))
    return [Neighbour(random.choice(FAMILY) + random.choice(GIVEN), number) for number in numbers]


def password_of(username: str) -> str:
    """The password of a member of staff: the same for as long as this demo lives, different in every demo."""
    drawn = digest("demo-password", username.encode()).hex()
    return f"{drawn[:4]}-{drawn[4:8]}-{drawn[8:12]}"


def sign_ins(*, at: datetime | None = None) -> list[SignIn]:
    """One sign-in per role; staff codes are those of this moment."""
    now = at or timezone.now()
    resident = SignIn(
        say("Resident", "居民"),
        neighbours(1, Random(0))[0].phone,
        "",
        say("by text message", "短信验证码"),
    )
    by_username = {staff.username: staff for staff in STAFF}
    return [resident, *(_staff_sign_in(by_username[username], now) for username in SHOWN)]


def _staff_sign_in(staff: Staff, now: datetime) -> SignIn:
    from linli.domains.people.roles import STANDARD  # noqa: PLC0415 - the roles load Django's models

    words = next(role.words for role in STANDARD if role.code == staff.role)
    code = current_code(demo_secret(staff.username), at=now)
    return SignIn(
        words, staff.username, password_of(staff.username), say("code now {code}", "当前验证码 {code}", code=code)
    )
