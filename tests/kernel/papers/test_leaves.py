"""Loose leaves: printed one by one, filled in by hand, with a code that a telephone reads."""

import io

import zxingcpp
from PIL import Image
from pypdf import PdfReader
from tests.kernel.papers.test_typesetting import AT, HOSTILE, text_of

from linli.kernel.papers import Blank, Code, NewPage, Paper, Paragraph, Ticks, Title, typeset, typesetting

LINK = "https://linli.example/report/?at=019abcde-0000-7000-8000-000000000000"


def leaves(*parts, **more):
    return Paper(title="登记表", parts=parts, leaves=True, **more)


def read(*parts):
    return PdfReader(io.BytesIO(typeset(leaves(*parts), at=AT)))


def scanned(paper):
    """What a telephone reads from the page as it is printed at 150 dots an inch."""
    page = typesetting._compiler(paper).compile(format="png", ppi=150)
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)))]


def test_a_code_is_read_back_small_and_large():
    assert scanned(leaves(Title("一"), Code(LINK, words="ZB-000012-3", said="说明"))) == [LINK]
    assert scanned(leaves(Title("一"), Code(LINK, words="三号楼", said="说明", size=95))) == [LINK]
    assert scanned(Paper(title="一张纸", parts=[], link=LINK)) == [LINK]


def test_each_leaf_has_its_own_title_and_no_page_is_counted():
    reader = read(Title("第一张"), NewPage(), Title("第二张"))
    assert ["".join(page.extract_text().split()) for page in reader.pages] == ["第一张", "第二张"]
    assert reader.metadata.title == "登记表"


def test_what_is_to_be_filled_in_names_itself():
    found = text_of(read(Blank("在哪里？"), Blank("什么事？", lines=5), Ticks("让谁知道？", ["邻居", "都不"])))
    for words in ("在哪里？", "什么事？", "让谁知道？", "邻居", "都不"):
        assert words in found


def test_nothing_given_to_a_leaf_is_markup():
    hostile = HOSTILE[0]
    parts = (
        Title(hostile),
        Code(LINK, hostile, hostile),
        Blank(hostile),
        Ticks(hostile, [hostile]),
        Paragraph(hostile),
    )
    assert text_of(read(*parts)).count("".join(hostile.split())) == 7
