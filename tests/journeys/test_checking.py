"""In a real browser: proofs, receipts and opened values are checked in the page, also from a disk without a server."""

from __future__ import annotations

from hashlib import sha256

import pytest
from tests.journeys.test_portal_pages import SHAPES, opened
from tests.kernel.auditing.conftest import Written, entry
from tests.kernel.auditing.test_openings import COMMITTED, opening_of
from tests.kernel.auditing.test_promises import receipt

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.fixture
def log(tmp_path, settings):
    made = Written(tmp_path / "log")
    made.grow([COMMITTED if at == 12 else entry(at) for at in range(300)])
    made.sign(cosigned=1_770_000_000)
    settings.RECORD_WITNESSES = tmp_path / "none"
    return made


def trusting(page, log):
    page.get_by_text("Whose keys are believed").click()
    page.locator("#check-keys").fill(f"log {log.key.verifier}\nwitness university {log.witness.verifier}\n")


def told(page, *papers):
    page.set_input_files("#check-files", [{"name": f"{n}", "mimeType": "", "buffer": p} for n, p in enumerate(papers)])
    page.locator(".check-answer").nth(len(papers) - 1).wait_for()
    return page.locator("#check-answers").inner_text()


def papers_are_checked(page, log):
    opening = opening_of(log)
    proof = bytes(opening.proof)
    said = told(page, proof)
    assert "True: it is entry 12 of the public record, which is signed up to entry 300" in said
    assert "university.example saw it at" in said
    assert "True: exactly this was committed to as “text”" in told(page, bytes(opening))
    assert "The promise was kept: it is entry 15" in told(page, receipt(log, 15), bytes(opening_of(log, 15).proof))
    assert "A genuine promise" in told(page, receipt(log, 15))
    page.locator("#check-text").fill(proof.decode().replace("\n", "\r\n"))
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".check-answer.good").wait_for()


def test_every_paper_is_checked_in_the_page(browse, look, log):
    for width in (390, 1280):
        page = browse(None, width=width, language="en-US")
        page.goto("/check/")
        look(page)
        trusting(page, log)
        papers_are_checked(page, log)
        look(page)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_page_is_fit_to_be_seen_in_every_shape(browse, look, log, shape):
    page = opened(browse, shape)
    page.goto("/check/")
    page.locator("details summary").first.click()
    look(page)


def test_it_works_from_a_disk_without_any_network(browse, chromium, log, tmp_path):
    page = browse(None, language="en-US")
    page.goto("/check/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the page").click()
    file = tmp_path / "linli-check.html"
    download.value.save_as(file)
    context = chromium.new_context(offline=True, locale="en-US")
    try:
        alone = context.new_page()
        complaints = []
        alone.on("console", lambda message: complaints.append(message.text))
        alone.on("pageerror", lambda error: complaints.append(str(error)))
        alone.goto(file.as_uri())
        trusting(alone, log)
        papers_are_checked(alone, log)
        assert complaints == []
    finally:
        context.close()


def altered(data, at):
    return data[:at] + (b"A" if data[at : at + 1] != b"A" else b"B") + data[at + 1 :]


def test_whatever_was_changed_is_not_believed(browse, log):
    page = browse(None, language="en-US")
    page.goto("/check/")
    trusting(page, log)
    opening, promise = opening_of(log), receipt(log, 15)
    proof, whole = bytes(opening.proof), bytes(opening)
    for paper in (
        *(altered(proof, at) for at in range(30, len(proof) - 1, 97)),
        *(altered(promise, at) for at in range(3, len(promise) - 1, 41)),
        proof[: len(proof) // 2],
        promise[:-20],
        whole.replace("电梯".encode(), "楼梯".encode()),
        whole.replace(sha256(b"salt").hexdigest().encode(), b"0" * 64),
        b"garbage",
        b"{}",
        b"",
        b"\xff\xfe",
    ):
        said = told(page, paper)
        assert "Do not believe it" in said, paper
        page.locator("#check-answers").evaluate("box => box.replaceChildren()")
    page.locator("#check-keys").fill("")
    assert "none of the keys that you trust" in told(page, proof)


def test_a_browser_that_cannot_check_says_so(browse, log):
    page = browse(None, language="zh-CN")
    page.add_init_script(
        "crypto.subtle.importKey = async () => { throw new DOMException('no', 'NotSupportedError'); };"
    )
    page.goto("/check/")
    said = told(page, bytes(opening_of(log).proof))
    assert "这个浏览器无法核对签名" in said
    assert "Ed25519" in said
