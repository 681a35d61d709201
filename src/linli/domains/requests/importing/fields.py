"""What a column may hold for us, and what such columns are called elsewhere."""

from __future__ import annotations

from linli.kernel.words import Vocabulary


class Field(Vocabulary):
    """A field of a request in another system's sheet."""

    NUMBER = "number", "Number there", "原编号"
    TIME = "time", "Reported at", "反映时间"
    SUBJECT = "subject", "Subject", "主题"
    TEXT = "text", "What is the matter", "诉求内容"
    ACCOUNT = "account", "Account there", "原系统用户"
    NAME = "name", "Name", "姓名"
    PHONE = "phone", "Telephone", "电话"
    CATEGORY = "category", "Category", "类别"
    PLACE = "place", "Place", "所属区域"
    ADDRESS = "address", "Address", "地址"
    REPLY = "reply", "Official reply", "答复内容"
    REPLIED_AT = "replied_at", "Replied at", "答复时间"


NAMES: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: (
        *("留言编号", "工单编号", "诉求编号", "工单号", "编号", "受理编号", "单号", "序号", "流水号"),
        *("case_enquiry_id", "unique key", "service_request_id", "case id", "request id", "number", "id"),
    ),
    Field.TIME: (
        *("留言时间", "反映时间", "诉求时间", "来电时间", "受理时间", "登记时间", "上报时间", "提交时间", "创建时间"),
        *("时间", "日期", "open_dt", "created date", "requested_datetime", "opened", "created_at", "date", "time"),
    ),
    Field.SUBJECT: (
        *("留言主题", "主题", "标题", "诉求标题", "事项名称", "工单标题"),
        *("case_title", "subject", "title", "complaint type", "service_name"),
    ),
    Field.TEXT: (
        *("留言详情", "诉求内容", "反映内容", "留言内容", "工单内容", "内容", "详情", "问题描述", "描述", "情况说明"),
        *("descriptor", "description", "details", "text", "message"),
    ),
    Field.ACCOUNT: ("留言用户", "用户", "用户编号", "账号", "user", "account_id"),
    Field.NAME: ("姓名", "诉求人", "反映人", "来电人", "联系人", "诉求人姓名", "name", "reporter", "first_name"),
    Field.PHONE: ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "来电号码", "phone", "telephone"),
    Field.CATEGORY: (
        *("一级标签", "类别", "诉求类别", "问题类别", "分类", "诉求分类", "问题分类", "一级分类", "事项类别"),
        *("reason", "category"),
    ),
    Field.PLACE: (
        *("社区", "所属社区", "所属区域", "属地", "街道", "小区", "网格", "楼栋", "地点"),
        *("neighborhood", "borough", "place", "community"),
    ),
    Field.ADDRESS: ("地址", "详细地址", "事发地址", "事发地点", "incident address", "address", "location"),
    Field.REPLY: (
        *("答复意见", "答复内容", "回复内容", "办理结果", "答复", "回复", "办理情况", "处理结果"),
        *("closure_reason", "resolution description", "status_notes", "reply", "resolution"),
    ),
    Field.REPLIED_AT: (
        *("答复时间", "回复时间", "办结时间", "办理时间", "closed_dt", "closed date", "resolution action updated date"),
        *("updated_datetime", "replied_at", "closed_at"),
    ),
}
"""The names of columns in order: the first that a sheet has is taken."""
