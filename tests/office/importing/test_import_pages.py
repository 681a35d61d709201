"""Importing from a page: sent, looked at, tried dry, taught, started, watched, mended, taken back."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from tests.domains.requests.importing.sheets import row, sheet

from linli.domains.matters.models import Matter
from linli.domains.people.models import Role
from linli.domains.requests.importing.models import Import, Upload
from linli.kernel.jobs.inline import run_due


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def dispatcher(here, sign_in):
    """A browser of somebody who may import into the subdistrict."""
    rights = sorted(here.caller.posts[0].rights | {"requests.import"})
    Role.objects.filter(posts=here.caller.posts[0].id).update(rights=rights)
    return sign_in("caller")


@pytest.fixture
def send(here, dispatcher, tmp_path):
    """Sends a sheet and answers the address of its page."""

    def sent(*rows, name="留言.csv", header=None):
        content = sheet(tmp_path / "a.csv", *rows, header=header).read_bytes()
        given = {"file": SimpleUploadedFile(name, content), "place": str(here.places["subdistrict"].pk)}
        answer = dispatcher.post("/office/import/", given)
        assert answer.status_code == 302, answer.content.decode()
        return answer["location"]

    return sent


def test_a_sheet_is_looked_at_tried_started_and_watched(send, dispatcher):
    address = send(row("1"), row("2"))
    page = dispatcher.get(address).content.decode()
    assert "各列对应的内容" in page
    assert re.search(r'<option value="text" selected>', page)
    page = dispatcher.post(address, {}).content.decode()
    assert "<b>2</b> 新诉求" in page
    assert not Matter.objects.exists()
    assert dispatcher.post(f"{address}start/").status_code == 302
    page = dispatcher.get(address).content.decode()
    assert 'hx-trigger="every 2s"' in page
    run_due()
    page = dispatcher.get(address).content.decode()
    assert "hx-trigger" not in page
    assert "<b>2</b> 新诉求" in page
    assert "留言.csv" in dispatcher.get("/office/import/").content.decode()


def test_rows_that_fall_out_are_named_and_come_back_to_be_mended(send, dispatcher):
    address = send(row("1"), row("2", 反映时间="昨天"))
    page = dispatcher.post(address, {}).content.decode()
    assert re.search(r'<td class="right">3</td><td>反映时间</td>', page)
    for _ in range(2):  # before it is brought in, and after
        lines = list(load_workbook(BytesIO(dispatcher.post(f"{address}mend.xlsx").content)).active.iter_rows())
        assert [line[0].value for line in lines] == ["工单编号", "2"]
        dispatcher.post(f"{address}start/")
        run_due()
    assert "1 行未能导入" in dispatcher.get(address).content.decode()


def test_words_that_we_do_not_know_are_taught_on_the_page(here, send, dispatcher):
    address = send(row("1", 类别="城乡建设", 所属社区="老柳荫片区"))
    page = dispatcher.post(address, {}).content.decode()
    for word, asked in (("城乡建设", "category-0"), ("老柳荫片区", "place-0")):
        assert f'name="{asked}-word" value="{word}"' in page
    given = {"category-0-word": "城乡建设", "category-0": "home.property"}
    given |= {"place-0-word": "老柳荫片区", "place-0": str(here.places["willow"].pk)}
    page = dispatcher.post(address, given).content.decode()
    assert "对不上" not in page
    dispatcher.post(f"{address}start/")
    run_due()
    matter = Matter.objects.get(kind="request")
    assert (matter.category, matter.place.name) == ("home.property", "柳荫社区")


@pytest.mark.parametrize(
    "wrong",
    [
        {"column-5": "gossip"},
        {"column-4": "text", "column-5": "text"},
        {"place-0-word": "老地方", "place-0": "nobody"},
        {"category-0-word": "杂项", "category-0": "no.such"},
    ],
    ids=str,
)
def test_a_wrong_choice_is_refused_in_words_and_changes_nothing(send, dispatcher, refused, wrong):
    address = send(row())
    refused(dispatcher.post(address, wrong), 422, "notice")
    assert Upload.objects.get().columns == {}


def test_what_is_no_sheet_is_refused_on_the_form(here, dispatcher, refused):
    for content, words in ((b"%PDF-1.7", "不是能读的表格"), (b"", "文件是空的")):
        given = {"file": SimpleUploadedFile("a.xlsx", content), "place": str(here.places["subdistrict"].pk)}
        refused(dispatcher.post("/office/import/", given), 422, words)
    assert not Upload.objects.exists()


def test_a_whole_import_is_taken_back_with_a_reason(send, dispatcher):
    address = send(row())
    dispatcher.post(f"{address}start/")
    run_due()
    back = f"/office/import/{Import.objects.get().pk}/undo/"
    assert "请写明撤销原因" in dispatcher.post(back, {"reason": ""}, follow=True).content.decode()
    dispatcher.post(back, {"reason": "导错了文件"})
    assert "正在撤销" in dispatcher.get("/office/import/").content.decode()
    run_due()
    assert "已撤销" in dispatcher.get("/office/import/").content.decode()
    assert Matter.objects.get(kind="request").state == "undone"


def test_a_file_can_be_destroyed_unread(send, dispatcher):
    address = send(row())
    dispatcher.post(f"{address}let-go/")
    assert "文件已销毁" in dispatcher.get(address).content.decode()


def test_only_who_may_import_comes_in(here, sign_in, refused):
    for who in ("desk", "handler"):
        refused(sign_in(who).get("/office/import/"), 403)
        refused(sign_in(who).post("/office/import/", {}), 403)


def test_the_list_costs_the_same_for_one_and_for_four(send, dispatcher, queries):
    def more(count):
        for _ in range(count):
            address = send(row(str(Upload.objects.count())))
            dispatcher.post(f"{address}start/")
            run_due()
            send(row(str(Upload.objects.count())))

    more(1)
    one = queries(dispatcher, "/office/import/")
    more(3)
    assert queries(dispatcher, "/office/import/") == one
