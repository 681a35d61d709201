"""Printing forms, the slip to hand over and the page a code leads to, at both widths and in both languages."""

from __future__ import annotations

import pytest

from linli.domains.people.models import Account, Role
from linli.domains.requests.blanks.models import PaperForm
from linli.domains.requests.blanks.numbers import number_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(here):
    role = Role.objects.get(posts=here.desk.posts[0].id)
    Role.objects.filter(pk=role.pk).update(rights=[*role.rights, "people.act_for", "people.find", "people.register"])
    return Account.objects.get(pk=here.desk.account)


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [390, 1280])
def test_paper_is_printed_handed_out_and_filed(here, desk, browse, look, width, language):
    page = browse(desk, width=width, language=language)
    page.goto("/office/forms/?where=3号楼")
    look(page)
    page.locator(f"input[value='{here.building}']").check()
    with page.expect_download() as sent:
        page.locator("form.form button.main").click()
    assert sent.value.suggested_filename == "forms.pdf"
    page.goto("/office/file/")
    page.locator("#id_paper").fill(number_of(PaperForm.objects.earliest("pk").pk))
    page.locator("#id_paper").press("Tab")
    page.locator(f"#places input[value='{here.building}']:checked").wait_for()
    look(page)
    page.locator("#id_text").fill("楼道灯坏了")
    page.locator("#id_category").select_option("home.property")
    page.locator("form.filing button.main").click()
    page.locator(".read-out").wait_for()
    page.goto("/office/file/done/slip/")
    look(page)
    phone = browse(width=width, language=language)
    phone.goto(f"/report/?at={here.building}")
    look(phone)
