"""Whether sign-in from WeCom, DingTalk and 浙政钉 is set whole or not at all: half of it lets nobody in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings

from linli.cli.checks.finding import Finding, fit, unfit
from linli.domains.people.signin.workapps.vocabulary import WorkApp
from linli.kernel.words import Words, say

NEEDED: Mapping[WorkApp, Sequence[str]] = {
    WorkApp.WECOM: ("WECOM_CORP", "WECOM_AGENT", "WECOM_SECRET"),
    WorkApp.DINGTALK: ("DINGTALK_KEY", "DINGTALK_SECRET"),
    WorkApp.ZHEZHENGDING: ("ZHEZHENGDING_APP", "ZHEZHENGDING_KEY", "ZHEZHENGDING_SECRET"),
}
"""What each app needs; WeCom's and 浙政钉's are three, for the app is named apart from its key."""
WITHIN = ("ZHEZHENGDING_JSAPI", "ZHEZHENGDING_INSIDE_KEY", "ZHEZHENGDING_INSIDE_SECRET")
"""What signing in within 浙政钉 adds; its keys are the scan's where they are not set."""
ADDRESSES: Mapping[WorkApp, Sequence[str]] = {
    WorkApp.WECOM: ("WECOM_URL",),
    WorkApp.DINGTALK: ("DINGTALK_URL",),
    WorkApp.ZHEZHENGDING: ("ZHEZHENGDING_URL", "ZHEZHENGDING_LOGIN", "ZHEZHENGDING_JSAPI"),
}


def wecom() -> Finding:
    """Sign-in from WeCom."""
    return _app(WorkApp.WECOM)


def dingtalk() -> Finding:
    """Sign-in from DingTalk."""
    return _app(WorkApp.DINGTALK)


def zhezhengding() -> Finding:
    """Sign-in from 浙政钉, by a scanned code and within the app."""
    app = WorkApp.ZHEZHENGDING
    scan, (within, missing) = _app(app), _told_apart(_within())
    if scan.fitness == "unfit" or not within:
        return scan
    missing = [*_told_apart(NEEDED[app])[1], *missing]
    return _half(app, within, missing) if missing else scan


def _within() -> Sequence[str]:
    """What signing in within the app needs, once anything of it is set: its script, and both keys or none."""
    if not any(_is_set(name) for name in WITHIN):
        return ()
    return WITHIN if any(_is_set(name) for name in WITHIN[1:]) else WITHIN[:1]


def _app(app: WorkApp) -> Finding:
    given, missing = _told_apart(NEEDED[app])
    if not given:
        return fit(app.value, say("No sign-in from {app}.", "没有接入{app}登录。", app=app.words))
    if missing:
        return _half(app, given, missing)
    open_to_all = [
        name for name in ADDRESSES[app] if _is_set(name) and not getattr(settings, name).startswith("https://")
    ]
    if open_to_all:
        return unfit(
            app.value,
            say(
                "The secret of sign-in from {app} would travel in the open: begin {names} with https://.",
                "{app}登录的密钥会明文传输：请把 {names} 改为以 https:// 开头的网址。",
                app=app.words,
                names=_names(open_to_all),
            ),
        )
    return fit(app.value, say("Staff may sign in from {app}.", "工作人员可用{app}登录。", app=app.words))


def _half(app: WorkApp, given: Sequence[str], missing: Sequence[str]) -> Finding:
    return unfit(
        app.value,
        say(
            "Sign-in from {app} is half set: set {missing} too, or unset {given}.",
            "{app}登录只设置了一半：请补上 {missing}，或去掉 {given}。",
            app=app.words,
            missing=_names(missing),
            given=_names(given),
        ),
    )


def _told_apart(names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    return [name for name in names if _is_set(name)], [name for name in names if not _is_set(name)]


def _is_set(name: str) -> bool:
    return bool(getattr(settings, name).strip())


def _names(names: Sequence[str]) -> Words:
    written = [f"LINLI_{name}" for name in names]
    return Words(", ".join(written), "、".join(written))
