"""The standard roles and what each may do: the table a new deployment starts from, edited afterwards in the office.

A resident needs no role: what concerns a person is theirs by being that person. Rights stay few: whoever's unit holds
a matter sees that matter anyway; `requests.read` opens all of an area.
"""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.words import Words, say

DESK = ("people.register", "people.find", "people.act_for", "holdings.read", "holdings.keep")
NOTICES = ("notices.read", "notices.write", "notices.answer", "reach.doors")


@dataclass(frozen=True, slots=True)
class StandardRole:
    """A role every deployment starts with."""

    code: str
    words: Words
    rights: tuple[str, ...]


STANDARD = (
    StandardRole(
        "building_leader", say("Building leader", "楼组长"), ("people.act_for", "holdings.read", "reach.doors")
    ),
    StandardRole("volunteer", say("Volunteer", "志愿者"), ()),
    StandardRole(
        "grid_worker",
        say("Grid worker", "网格员"),
        (*DESK, "requests.read", "requests.handle", "requests.contact", "reach.doors"),
    ),
    StandardRole(
        "community_worker",
        say("Community worker", "社区工作者"),
        (
            *DESK,
            "requests.read",
            "requests.accept",
            "requests.handle",
            "requests.contact",
            *NOTICES,
            "rules.read",
        ),
    ),
    StandardRole(
        "community_head",
        say("Community head", "社区负责人"),
        (
            *DESK,
            "people.erase",
            "requests.read",
            "requests.accept",
            "requests.dispatch",
            "requests.handle",
            "requests.lead",
            "requests.verify",
            "requests.contact",
            "requests.moderate",
            *NOTICES,
            "notices.review",
            "notices.alert",
            "rules.read",
        ),
    ),
    StandardRole(
        "department_clerk", say("Department clerk", "部门经办人"), ("requests.handle", "requests.contact", "rules.read")
    ),
    StandardRole(
        "department_head",
        say("Department head", "部门负责人"),
        ("requests.handle", "requests.lead", "requests.contact", "rules.read"),
    ),
    StandardRole(
        "mediator", say("Mediator", "调解员"), ("people.register", "people.find", "disputes.mediate", "rules.read")
    ),
    StandardRole(
        "property_manager",
        say("Property company manager", "物业负责人"),
        ("requests.handle", "requests.lead", "disputes.answer"),
    ),
    StandardRole("property_worker", say("Property company worker", "物业人员"), ("requests.handle", "disputes.answer")),
    StandardRole(
        "subdistrict_dispatcher",
        say("Subdistrict dispatcher", "街道派单员"),
        (
            *DESK,
            "requests.read",
            "requests.accept",
            "requests.dispatch",
            "requests.verify",
            "requests.whistle",
            "requests.import",
            "requests.moderate",
            *NOTICES,
            "notices.review",
            "notices.alert",
            "rules.read",
        ),
    ),
    StandardRole(
        "callback_desk",
        say("Call-back desk", "街道回访员"),
        ("requests.read", "requests.call_back", "requests.contact", "insight.check", "rules.read"),
    ),
    StandardRole(
        "supervisor",
        say("Supervisor", "督办员"),
        (
            "requests.read",
            "requests.supervise",
            "requests.moderate",
            "insight.check",
            "notices.read",
            "notices.review",
            "rules.read",
        ),
    ),
    StandardRole(
        "system_admin", say("System administrator", "系统管理员"), ("places.manage", "people.manage", "rules.read")
    ),
    StandardRole(
        "security_admin",
        say("Security administrator", "安全管理员"),
        ("people.posts", "people.roles", "signin.unlock", "rules.read"),
    ),
    StandardRole(
        "audit_admin",
        say("Audit administrator", "审计管理员"),
        ("audit.read", "signin.read_log", "rules.read"),
    ),
)
