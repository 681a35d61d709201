"""The closed lists of this room: kinds of account and organisation, sex, and the ways of acting for another."""

from linli.kernel.words import Vocabulary


class AccountKind(Vocabulary):
    """Who stands behind an account."""

    RESIDENT = "resident", "Resident", "居民"
    STAFF = "staff", "Staff", "工作人员"
    SERVICE = "service", "Machine", "系统对接"


class Sex(Vocabulary):
    """As GB/T 2261.1 codes it; left empty where not asked."""

    MALE = "male", "Male", "男"
    FEMALE = "female", "Female", "女"


class OrganisationKind(Vocabulary):
    """Every body that takes part in a neighbourhood's life."""

    SUBDISTRICT_OFFICE = "subdistrict_office", "Subdistrict office", "街道办事处"
    LINE_DEPARTMENT = "line_department", "Line department", "条线部门"
    PARTY_BRANCH = "party_branch", "Party branch", "党支部"
    RESIDENTS_COMMITTEE = "residents_committee", "Residents' committee", "居委会"
    SUPERVISION_COMMITTEE = "supervision_committee", "Supervision committee", "居务监督委员会"
    MEDIATION_COMMITTEE = "mediation_committee", "Mediation committee", "调委会"
    OWNERS_COMMITTEE = "owners_committee", "Owners' committee", "业委会"
    PROPERTY_COMPANY = "property_company", "Property company", "物业"
    COMPANY = "company", "Company", "企业"
    SOCIAL_ORGANISATION = "social_organisation", "Social organisation", "社会组织"
    RESIDENTS_GROUP = "residents_group", "Residents' group", "居民小组"
    UNIVERSITY = "university", "University", "高校"
    VOLUNTEER_TEAM = "volunteer_team", "Volunteer team", "志愿服务队"


class ActingBasis(Vocabulary):
    """By what right someone acts for a person."""

    BUILDING_LEADER = "building_leader", "Building leader", "楼组长代办"
    PROXY = "proxy", "Written proxy", "书面委托"
    PHONE = "phone", "By phone", "电话委托"
    GUARDIAN = "guardian", "Guardian", "监护人"
