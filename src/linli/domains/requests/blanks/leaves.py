"""What stands on a blank form and on a poster. Nothing on either says who takes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linli.kernel.papers import Blank, Code, Heading, NewPage, Paper, Paragraph, Part, Ticks, Title
from linli.kernel.words import Words, say

FORM = say("Tell the community", "居民诉求登记表")
POSTER = say("Something to report? Scan this", "有事要反映？扫一扫")
ONLINE = say(
    "{place}\n\nWrite in ink and hand it in at the community's counter, or to your grid worker. "
    "Or scan the code and report it online: both count the same.",
    "{place}\n\n用笔填好，交到社区服务窗口或网格员手里。也可以扫码在网上报，效果一样。",
)
WHAT = say("What has happened? What do you ask for?", "什么事？希望怎么解决？")
WHERE = say("Where exactly?", "具体在哪里？")
NAME = say("Name (may be left empty)", "怎么称呼您（可不填）")
PHONE = say("Phone (may be left empty)", "联系电话（可不填）")
WHEN = say("When may we ring?", "什么时间方便联系？")
SEEN = say("Who may know of it?", "让谁知道？")
SHARE = say("Neighbours may see it, without names, phones and doors", "邻居可以看到（不显示姓名、电话、门牌）")
HIDE = say("The unit that handles it must not know who I am", "不让承办单位知道是我报的")
NOTICE_HEAD = say("Your personal information", "个人信息告知与同意")
NOTICE = say(
    "{unit} uses the name, phone and words above only to handle this matter, call you back and tell you the result "
    "(Personal Information Protection Law, articles 13 and 17). They are kept sealed for as long as the file is kept; "
    "each look is logged. You may ask at the counter to read, correct or erase them, or take this consent back. "
    "Without name and phone it is handled all the same: ask for the slip with the tracking code.",
    "{unit}收集上面的姓名、电话和内容，只用于办理本件诉求、回访和告知结果（《个人信息保护法》第十三条、第十七条）。"
    "信息加密保存，保存到档案保管期满，每次查看都有记录。您可以随时到窗口要求查阅、更正、删除或者撤回同意。"
    "不填姓名电话也照样办理，请索要带查询码的回执。",
)
AGREE = say("I have read this and agree", "我已阅读并同意")
SIGN = say("Signature and date", "签名、日期")
DESK = say("For the office: received by, on, request number", "工作人员填写：收件人、日期、诉求编号")
STEPS = say(
    "1. Scan the code.\n2. Say what it is, in your own words.\n3. Follow who handles it, until when, and judge it.",
    "1. 扫码打开页面\n2. 用自己的话说清什么事\n3. 随时看谁在办、几时办好，办得好不好由您评价",
)
OTHERWISE = say(
    "No telephone that scans? Ask at the community's counter for a paper form, or call {phone}: it counts the same.",
    "不方便扫码？到社区服务窗口填一张登记表，或拨打 {phone}，效果一样。",
)
DANGER = say("In danger call 110, 119 or 120 first.", "遇到危险先拨打 110、119、120。")
Said = Callable[[Words], str]


def form_leaves(numbers: Sequence[str], *, place: Words, unit: Words, link: str, language: str) -> Paper:
    """A leaf for each number."""

    def told(words: Words) -> str:
        return words.in_language(language)

    parts: list[Part] = []
    for number in numbers:
        parts += [*_form(number, place=place, unit=unit, link=link, told=told), NewPage()]
    return Paper(title=told(FORM), parts=parts[:-1], language=language, leaves=True, footer=told(DANGER))


def poster(*, place: Words, phone: str, link: str, language: str) -> Paper:
    """One leaf for the wall, to be read from a step away."""

    def told(words: Words) -> str:
        return words.in_language(language)

    return Paper(
        title=told(POSTER),
        parts=[
            Title(told(POSTER)),
            Code(link, words=told(place), said=f"{told(STEPS)}\n\n{told(OTHERWISE.fill(phone=phone))}", size=95),
        ],
        language=language,
        leaves=True,
        footer=told(DANGER),
    )


def _form(number: str, *, place: Words, unit: Words, link: str, told: Said) -> Sequence[Part]:
    return (
        Title(told(FORM)),
        Code(link, words=number, said=told(ONLINE.fill(place=place))),
        Blank(told(WHAT), lines=5),
        Blank(told(WHERE)),
        Blank(told(NAME)),
        Blank(told(PHONE)),
        Blank(told(WHEN)),
        Ticks(told(SEEN), [told(SHARE), told(HIDE)]),
        Heading(told(NOTICE_HEAD)),
        Paragraph(told(NOTICE.fill(unit=unit)), small=True),
        Ticks("", [told(AGREE)]),
        Blank(told(SIGN)),
        Blank(told(DESK)),
    )
