"""A paper in, a PDF out: every sign in it, from our own font, as it was typed."""

import io
import subprocess
import sys
import traceback
from datetime import UTC, datetime

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from linli.kernel.papers import (
    Facts,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Table,
    typeset,
    typesetting,
)

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOSTILE = [
    "#panic(1) #set text(size: 0pt)",
    "*thick* _thin_ `raw` $x^2$ @ref <label> // no /* comment */ [a] {b} \\ ~ -- --- ...",
    "= heading",
    "\"straight\" and 'single' and “curved”",
    "<b>&amp;</b> <script>alert(1)</script>",
    "{page} {pages} %s {0}",
    "2026年3月4日，共3人",
]
RARE = "㛃𬭎𫍯𬀩龘镕堃祎赟"
"""Signs of people's names, some beyond the first plane (通用规范汉字表)."""


def read(*parts, **more):
    return PdfReader(io.BytesIO(typeset(Paper(title="一张纸", parts=parts, **more), at=AT)))


def text_of(reader):
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def fonts_of(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            [inner] = font.get_object()["/DescendantFonts"]
            yield inner.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_typed_is_markup(hostile):
    everywhere = (
        Heading(hostile),
        Paragraph(hostile),
        Paragraph(hostile, small=True),
        Facts([(hostile, hostile)]),
        Table([hostile], [[hostile]]),
        Signatures([Signature(hostile, hostile)]),
    )
    assert text_of(read(*everywhere)).count("".join(hostile.split())) == 9


def test_the_title_and_the_foot_are_text_too():
    reader = PdfReader(io.BytesIO(typeset(Paper(title=HOSTILE[0], parts=(), footer=HOSTILE[1]), at=AT)))
    assert reader.metadata.title == HOSTILE[0]
    assert "".join(HOSTILE[1].split()) in text_of(reader)


def test_every_sign_is_drawn_from_the_font_shipped_here():
    fonts = list(fonts_of(read(Paragraph("邻里 Linli"), Facts([("名", "字")]))))
    assert fonts
    assert all(font["/FontName"].endswith("+NotoSansSC-Regular") and "/FontFile2" in font for font in fonts)
    assert typesetting._fonts().families() == ["Noto Sans SC"]


def test_rare_names_are_drawn():
    assert RARE in text_of(read(Paragraph(RARE)))


def test_what_the_font_lacks_stands_by_its_code():
    assert "高兴〔U+1F600〕" in text_of(read(Paragraph("高兴😀")))


def test_what_turns_the_direction_of_reading_is_left_out():
    assert "共1000元" in text_of(read(Paragraph("共\u202e1000\u202c元")))


def test_what_has_no_place_to_break_does_not_run_off_the_page():
    reader = read(Paragraph("w" * 400), Facts([("x" * 100, "y" * 300)]))
    found = text_of(reader)
    assert [found.count(each) for each in "wxy"] == [400, 100, 300]
    ends = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda words, _, place, *rest: ends.append(place[4]))
    assert max(ends) < float(reader.pages[0].mediabox.width)


def test_pages_are_counted_at_the_foot():
    reader = read(Paragraph("一"), NewPage(), Paragraph("二"), footer="TJ-2026-000001")
    assert [f"第{n}页，共2页" in "".join(page.extract_text().split()) for n, page in enumerate(reader.pages, 1)] == [
        True,
        True,
    ]
    assert all("TJ-2026-000001" in page.extract_text() for page in reader.pages)


def test_a_table_says_its_head_again_on_every_page():
    reader = read(Table(["编号", "内容"], [[str(n), "停水"] for n in range(90)]))
    assert len(reader.pages) > 1
    assert all("编号" in page.extract_text() for page in reader.pages)


def test_a_table_whose_rows_do_not_fit_its_head_is_refused():
    with pytest.raises(ValueError, match="as many cells"):
        Table(["编号"], [["1", "2"]])


def test_the_same_paper_is_the_same_bytes():
    paper = Paper(title="一", parts=[Paragraph("二")], link="https://example.org/1")
    assert typeset(paper, at=AT) == typeset(paper, at=AT)


def test_it_is_tagged_and_meant_for_archives():
    reader = read(Paragraph("一"), link="https://example.org/1")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfaid:conformance" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()


def test_without_its_font_there_is_no_blank_paper(monkeypatch, tmp_path):
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[tmp_path])
    monkeypatch.setattr(typesetting, "_fonts", lambda: none)
    with pytest.raises(typesetting.TypesettingError):
        read(Paragraph("一"))


def test_what_cannot_be_laid_out_is_not_repeated_in_the_error(monkeypatch):
    monkeypatch.setattr(typesetting, "drawable", str)
    with pytest.raises(typesetting.TypesettingError) as refused:
        read(Paragraph("秘" + "密😀"))
    assert "秘密" not in "".join(traceback.format_exception(refused.value))


def test_asking_for_no_paper_costs_nothing():
    alone = "import sys, linli.kernel.papers; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", alone], check=False).returncode == 0


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_whatever_is_typed_makes_a_paper(typed):
    assert len(read(Paragraph(typed), Facts([(typed, typed)]), Signatures([Signature(typed, typed)])).pages) == 1
