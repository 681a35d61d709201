"""What requests are about: two levels, few enough to be read on a phone."""

from __future__ import annotations

from linli.kernel.words import Words, say

CATEGORIES: dict[str, tuple[Words, dict[str, Words]]] = {
    "home": (
        say("Buildings and property service", "房屋与物业"),
        {
            "lift": say("Lifts", "电梯"),
            "leak": say("Leaks and repairs", "漏水维修"),
            "property": say("Property service and fees", "物业服务与收费"),
            "fund": say("Maintenance fund, owners' matters", "维修资金与业主事务"),
        },
    ),
    "utilities": (
        say("Water, power, gas, heat", "水电气热"),
        {
            "water": say("Water", "供水"),
            "power": say("Power", "供电"),
            "gas": say("Gas", "燃气"),
            "heat": say("Heating", "供暖"),
        },
    ),
    "street": (
        say("Streets and surroundings", "街面与环境"),
        {
            "rubbish": say("Rubbish", "垃圾清运"),
            "noise": say("Noise", "噪声扰民"),
            "parking": say("Parking", "停车"),
            "lighting": say("Street lighting", "路灯照明"),
            "green": say("Green spaces", "绿化"),
            "stall": say("Stalls and unlicensed building", "占道与违建"),
        },
    ),
    "traffic": (
        say("Traffic and transport", "交通出行"),
        {
            "road": say("Roads", "道路"),
            "bus": say("Buses and metro", "公共交通"),
            "ebike": say("E-bikes and charging", "电动车与充电"),
        },
    ),
    "life": (
        say("Care, health, school, work", "民生服务"),
        {
            "elder": say("Elder care", "养老"),
            "health": say("Health", "医疗"),
            "school": say("School and childcare", "教育托幼"),
            "work": say("Work and social insurance", "就业社保"),
            "relief": say("Relief and disability", "救助与助残"),
        },
    ),
    "safety": (
        say("Safety", "安全隐患"),
        {
            "fire": say("Fire hazards", "消防"),
            "public": say("Public order", "治安"),
            "food": say("Food and shops", "食品与商户"),
        },
    ),
    "dispute": (
        say("Disputes between neighbours", "邻里纠纷"),
        {"neighbour": say("Between neighbours", "邻里"), "owner": say("Owners and property company", "业主与物业")},
    ),
    "other": (say("Something else", "其他"), {"other": say("Something else", "其他")}),
}
"""Group → (words, category → words). A category's code is `group.category`."""


def category_words(code: str) -> Words:
    """The words of `group.category`, or of something else where the code is unknown."""
    group, _, leaf = code.partition(".")
    words, leaves = CATEGORIES.get(group, CATEGORIES["other"])
    return leaves.get(leaf, words)


def known_categories() -> frozenset[str]:
    """Every category code."""
    return frozenset(f"{group}.{leaf}" for group, (_, leaves) in CATEGORIES.items() for leaf in leaves)
