"""What masking covers, what it leaves, and that covering is complete, stable and true to its offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.kernel.vault.masking import mask_text

COVERED = [
    ("我叫甄小梅，家里漏水", "我叫甄**，家里漏水", "name"),
    ("联系人：欧阳文静", "联系人：欧阳**", "name"),
    ("村民郭大，身份证", "村民郭**，身份证", "name"),
    ("请转告沈月芳女士", "请转告沈**女士", "name"),
    ("法人代表刘志远拒不退款", "法人代表刘**拒不退款", "name"),
    ("电话13800001234谢谢", "电话138****1234谢谢", "phone"),
    ("电话138 0000 1234", "电话138****1234", "phone"),
    ("电话138-0000-1234。", "电话138****1234。", "phone"),
    ("电话１３８００００１２３４", "电话138****1234", "phone"),
    ("电话+86 13800001234", "电话138****1234", "phone"),
    ("电话138\u200b0000\u200b1234", "电话138****1234", "phone"),
    ("座机010-80000012", "座机010-******12", "phone"),
    ("座机（0731）80000012转8", "座机0731-******28", "phone"),
    ("物业电话8000012没人接", "物业电话******12没人接", "phone"),
    ("身份证11010119000101001X", "身份证11**************1X", "id_number"),
    ("号码110101190001010014完", "号码11**************14完", "id_number"),
    ("我叫买买提·艾则孜，", "我叫买**，", "name"),
    ("身份证号码是110101190001010019", "身份证号码是11**************19", "id_number"),
    ("身份证号：110101 19000101 0011", "身份证号：11**************11", "id_number"),
    ("旧证110101900101001", "旧证11***********01", "id_number"),
    ("护照：E00000000", "护照：E*******0", "id_number"),
    ("邮箱nobody@example.org。", "邮箱n****@example.org。", "email"),
    ("车牌京A00001乱停", "车牌京A****1乱停", "plate"),
    ("新能源京AD00001", "新能源京A****1", "plate"),
    ("卡号6200 0000 0000 0005", "卡号************0005", "account"),
    ("打到账户：1100 0000 00", "打到账户：************0000", "account"),
    ("微信号linli_0000", "微信号li****", "chat"),
    ("QQ：1000012", "QQ：10****", "chat"),
    ("桂花小区5栋3单元1201室", "桂花小区5栋*单元****室", "address"),
    ("桂花小区5栋1201业主", "桂花小区5栋****业主", "address"),
    ("桂花小区12号楼2门501", "桂花小区12号楼*门***", "address"),
    ("桂花园3-2-1201的住户", "桂花园3-*-****的住户", "address"),
    ("A座1804室", "A座****室", "address"),
    ("我家住在六楼", "我家住在*楼", "address"),
]


@pytest.mark.parametrize(("text", "masked", "kind"), COVERED)
def test_what_identifies_a_person_is_covered(text, masked, kind):
    found = mask_text(text)
    assert found.text == masked
    assert [finding.kind for finding in found.found] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的胡书记：您好！王主任说等李局长回复",
        "张女士和李先生都不满意，王某也是",
        "桂花小区5栋楼下，12号楼旁边的垃圾站",
        "黄河路与解放大道交汇处，马家湾社区，高塘村三组",
        "请拨打12345、110或4008000000",
        "2019年10月23日下午3点，电费1300元，面积120平米",
        "新建小区共18栋26层，地下2层，车位1200个",
        "国办函〔2026〕12号，工单号202601010000123456",
        "高峰时间阳光很好，文明小区，安静，明白，谢谢",
        "统一社会信用代码91000000MA00000000",
        "微信公众号、微信群、QQ群里都在说",
        "编号110101190001010019",
        "坐G1234次高铁，A1区B2栋",
    ],
)
def test_what_identifies_no_person_stays(text):
    assert mask_text(text).text == text


def test_a_name_found_once_is_covered_everywhere():
    masked = mask_text("我叫甄小梅。物业说甄小梅没有交费，甄小梅交了。")
    assert masked.text == "我叫甄**。物业说甄**没有交费，甄**交了。"
    assert len(masked.found) == 3


def test_a_row_of_names_is_covered_together():
    assert mask_text("以村民郭建国、谭小芳和何立强为首").text == "以村民郭**、谭**和何**为首"


def test_known_names_are_covered_however_they_stand():
    assert mask_text("昨天石头来过，石头家漏水", known_names=["石头", "李"]).text == "昨天石**来过，石**家漏水"


def test_findings_tell_kind_place_value_and_mask():
    text = "我叫甄小梅，电话 １３８ ００００ １２３４"
    name, phone = mask_text(text).found
    assert (name.kind, text[name.start : name.end], name.value, name.mask) == ("name", "甄小梅", "甄小梅", "甄**")
    assert (phone.kind, text[phone.start : phone.end], phone.mask) == ("phone", phone.value, "138****1234")


def test_nothing_shows_a_value_by_accident():
    masked = mask_text("我叫甄小梅，电话13800001234")
    for shown in (repr(masked), str(masked), repr(masked.found), str(masked.found[0])):
        assert "甄小梅" not in shown
        assert "13800001234" not in shown


SNIPPETS = """
13800001234 甄小梅 5栋 1201 室 @ example 京A ， 、 和 的 小区 12138 QQ12138 村民 0731-80000012 * ** 张 单元 号 我叫
QQ：80000 微信号example1 路 卡号 手机 身份证
"""
PIECES = st.sampled_from([text for text, _, _ in COVERED] + SNIPPETS.split())
SCRAPS = st.text(alphabet="0123456789 -王张李刘明伟的在栋室@aA.*１３", max_size=6)
TEXTS = st.lists(PIECES | SCRAPS, max_size=12).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_offsets_are_true_and_findings_never_overlap(text):
    masked = mask_text(text)
    at = 0
    rebuilt = []
    for finding in masked.found:
        assert at <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.value
        rebuilt += [text[at : finding.start], finding.mask]
        at = finding.end
    assert "".join([*rebuilt, text[at:]]) == masked.text


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_value_found_is_left_readable(text):
    masked = mask_text(text)
    for finding in masked.found:
        assert finding.value not in masked.text


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_masking_twice_is_masking_once(text):
    once = mask_text(text)
    assert mask_text(once.text).text == once.text
