"""The closed lists of this room: how a home is used, and how members of a household are related to its head."""

from linli.kernel.words import Vocabulary


class HomeUse(Vocabulary):
    """Who lives in a home, if anyone."""

    SELF = "self", "Owner lives here", "自住"
    RENTED = "rented", "Rented", "出租"
    VACANT = "vacant", "Vacant", "空置"
    UNKNOWN = "unknown", "Not known yet", "待核实"


class Relation(Vocabulary):
    """What a member is to the head of the household (after GB/T 4761)."""

    HEAD = "head", "Head", "户主"
    SPOUSE = "spouse", "Spouse", "配偶"
    CHILD = "child", "Child", "子女"
    PARENT = "parent", "Parent", "父母"
    GRANDPARENT = "grandparent", "Grandparent", "祖父母"
    GRANDCHILD = "grandchild", "Grandchild", "孙子女"
    SIBLING = "sibling", "Brother or sister", "兄弟姐妹"
    TENANT = "tenant", "Tenant", "租住人员"
    OTHER = "other", "Other", "其他"
