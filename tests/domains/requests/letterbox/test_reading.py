"""What a mail says: its own words in any encoding, without what it quotes; who wrote it, and whether anybody did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domains.requests.letterbox.mails import DESK, SENDER, WORDS, bounce, written

from linli.domains.requests.letterbox.cutting import own_words
from linli.domains.requests.letterbox.hypertext import words_of
from linli.domains.requests.letterbox.reading import read_mail
from linli.kernel.ids import new_id

GBK = "电梯坏了".encode("gbk")


def raw(headers, body, *, kind="text/plain"):
    return b"\r\n".join([*headers, b"Content-Type: " + kind.encode(), b"", body])


def test_words_subject_and_sender_are_read():
    mail = read_mail(written())
    assert (mail.text, mail.subject, mail.sender, mail.name) == (WORDS, "电梯坏了", SENDER, "示例居民")
    assert (mail.to, mail.automatic, mail.bounce, mail.files) == ((DESK,), False, None, ())


def test_nothing_personal_shows_in_a_repr():
    shown = repr(read_mail(written()))
    assert SENDER not in shown
    assert "电梯" not in shown


@pytest.mark.parametrize("kind", ["text/plain; charset=gb2312", "text/plain; charset=no-such", "text/plain"])
def test_chinese_encodings_are_understood_even_where_misnamed(kind):
    text = "3号楼的電梯壞了，请來看看镕"  # traditional letters are in GBK, not in GB 2312
    assert read_mail(raw([b"From: a@example.com"], text.encode("gb18030"), kind=kind)).text == text


def test_headers_with_bytes_that_should_not_be_there_are_read():
    mail = read_mail(raw([b"From: " + GBK + b" <a@example.com>", b"Subject: " + GBK], b"x"))
    assert (mail.subject, mail.name, mail.sender) == ("电梯坏了", "电梯坏了", "a@example.com")


def test_an_encoded_name_cannot_pass_for_another_address():
    mail = read_mail(raw([b"From: =?utf-8?q?boss=40gov=2Ecn=2C_?= <a@example.com>"], b"x"))
    assert mail.sender == "a@example.com"


def test_html_is_read_as_words_alone():
    page = "<head><title>t</title><style>p{}</style></head><body><p>电梯<b>坏</b>了&amp;停了</p><script>x()</script>"
    mail = read_mail(raw([b"From: a@example.com"], page.encode(), kind="text/html; charset=utf-8"))
    assert mail.text == "电梯坏了&停了"
    assert words_of("<div>一<br>二</div><blockquote>旧信</blockquote>") == "一\n二\n\n> 旧信"


def test_files_come_along_but_not_the_signatures_logo():
    mail = read_mail(written(files=[(b"%PDF-" + b"x" * 9000, "application/pdf")]))
    assert [len(each) for each in mail.files] == [9005]
    logo = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    body = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\n" + logo + b"--b--\r\n"
    assert read_mail(raw([b"From: a@example.com"], body, kind='multipart/related; boundary="b"')).files == ()


ANSWERS = [
    "—— 请在此行上方回复 ——\n你报的事已收到",
    "-- Please write your answer above this line --\nWe have your report",
    "> —— 请在此行上方回复 ——\n> 你报的事",
    "------------------ 原始邮件 ------------------\n发件人: 邻里",
    "-----Original Message-----\nFrom: Linli",
    "On Mon, 2 Mar 2026 at 10:00, Linli <desk@liuyin.example.cn> wrote:\n> x",
    "On Mon, 2 Mar 2026 at 10:00, Linli\n<desk@liuyin.example.cn> wrote:\n> x",
    "在 2026年3月2日，10:00，邻里 <desk@liuyin.example.cn> 写道：\n> x",
    "发件人： 邻里\n发送时间： 2026年3月2日\n主题： x",
    "________________________________\nFrom: Linli",
    "发自我的iPhone",
    "-- \n示例居民\n电话",
]


@pytest.mark.parametrize("below", ANSWERS)
def test_an_answer_is_told_from_the_letter_it_answers(below):
    assert own_words(f"是2号梯。\n谢谢\n\n{below}", answering=True) == "是2号梯。\n谢谢"


def test_what_a_new_mail_quotes_stays_and_its_signature_goes():
    quoted = "请看这条通知：\n> 明天停水\n-----Original Message-----\n物业发的"
    assert own_words(f"{quoted}\n-- \n示例", answering=False) == quoted


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List_Id": "<news.example.com>"},
        {"Return_Path": "<>"},
        {"sender": "MAILER-DAEMON@example.com"},
        {"sender": "no-reply@example.com"},
        {"sender": None},
        {"sender": "nobody"},
        {"sender": '"a,b"@example.com'},
    ],
)
def test_machines_are_known_by_what_they_say_of_themselves(headers):
    assert read_mail(written(**headers)).automatic


def test_a_letter_that_came_back_is_known_by_its_number():
    ours = new_id()
    found = read_mail(bounce(f"<{ours}@liuyin.example.cn>"))
    assert (found.bounce.sending, found.bounce.status, found.automatic) == (ours, "5.1.1", True)
    assert read_mail(bounce(f"<{ours}@liuyin.example.cn>", action="delayed", status="4.4.1")).bounce is None
    assert read_mail(bounce("<somebody@elsewhere>")).bounce is None


def test_the_same_mail_has_the_same_key_and_another_has_another():
    once = written(Message_ID="<a@example.com>")
    assert read_mail(once).key == read_mail(b"Received: x\r\n" + once).key
    assert read_mail(written(Message_ID=None)).key != read_mail(written("另一封", Message_ID=None)).key


@pytest.mark.parametrize("bad", ["<a ", "<!--", "<a b='", "<", "&#9", "<script>"])
def test_a_page_made_to_keep_us_busy_is_read_at_once(bad):
    assert words_of(f"<p>电梯坏了</p>{bad * 60_000}").startswith("电梯坏了")


@pytest.mark.parametrize("line", [" " * 200_000, "On " * 60_000, "2026" * 50_000, "-" * 200_000])
def test_a_line_made_to_keep_us_busy_is_read_at_once(line):
    assert own_words(f"电梯坏了\n{line}\n谢谢", answering=True).startswith("电梯坏了")


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("bad", [b";a=b" * 9000, b"\r\n ;a=b" * 9000, b"\\" * 9000])
def test_a_header_made_to_keep_us_busy_is_not_read(end, bad):
    with pytest.raises(ValueError, match="mail program"):
        read_mail(b"From: a@example.com" + end + b"Content-Type: text/plain" + bad + end + end + b"x")


def test_more_parts_within_parts_than_anybody_makes_are_not_read():
    with pytest.raises(ValueError, match="mail program"):
        read_mail(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 100)


def test_parts_within_parts_are_no_more_than_one_mail():
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(60))
    mail = read_mail(b"From: a@example.com\r\n" + nested + b"Content-Type: text/plain\r\n\r\nx")
    assert (mail.sender, mail.text) == ("a@example.com", "x")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/plain", "text/html", 'multipart/report; boundary="b"', "multipart/mixed; boundary=", "x"]),
    st.binary(max_size=60),
)
def test_no_bytes_break_it(body, kind, name):
    head = b"From: " + name.replace(b"\n", b" ").replace(b"\r", b" ") + b" <a@example.com>"
    mail = read_mail(raw([head, b"Subject: " + name[:20]], body, kind=kind))
    assert "\0" not in mail.text + mail.subject + mail.name
    (mail.text + mail.subject + mail.name).encode()
