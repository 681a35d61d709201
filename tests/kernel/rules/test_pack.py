"""A bad pack is refused whole, and the refusal names the file, the key and what to do."""

from __future__ import annotations

import pytest

from linli.kernel.rules import BadPack, parse_pack, read_pack, reload_rulebook, rulebook, stack

HEAD = '[pack]\nname = "p"\nversion = "1"\ntitle = { en = "P", zh = "包" }\n'
FIELDS = {
    "key": '"room.rule"',
    "name": '{ en = "A rule", zh = "规则" }',
    "value": "1",
    "citation": '"somewhere"',
    "verified": "false",
    "in_force_from": "2026-01-01",
}


def rule(**fields: str | None) -> str:
    written = {name: text for name, text in (FIELDS | fields).items() if text is not None}
    return "[[rule]]\n" + "".join(f"{name} = {text}\n" for name, text in written.items())


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(BadPack) as refused:
        parse_pack(text, file="p.toml")
    sentence = refused.value.sentence
    return sentence.in_language("en"), sentence.in_language("zh-hans")


def test_a_good_rule_is_read_with_all_it_says():
    extras = {"in_force_to": "2026-12-31", "source_url": '"https://example.org/law"', "note": '"recheck"'}
    (read,) = parse_pack(HEAD + rule(**extras), file="p.toml").rules["room.rule"]
    assert (read.value, read.verified, read.pack, read.version) == (1, False, "p", "1")
    assert (str(read.in_force_to), read.source_url, read.note) == ("2026-12-31", "https://example.org/law", "recheck")
    assert (read.name.en, read.name.zh) == ("A rule", "规则")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"colour": '"red"'}, "there is no field “colour”. What to do: remove it, or use one of key, name"),
        ({"citation": None}, "the field “citation” is missing. What to do: add it"),
        ({"verified": '"yes"'}, "“verified” has the wrong type. What to do: write true or false"),
        ({"in_force_from": '"2026"'}, "“in_force_from” has the wrong type. What to do: write a date like 2026-01-31"),
        ({"in_force_from": "2026-01-01T00:00:00"}, "“in_force_from” has the wrong type"),
        ({"name": '{ en = "A rule" }'}, "“name” must be said in both languages. What to do: write name = { en"),
        ({"name": '{ en = "A rule", zh = "" }'}, "must be said in both languages"),
        ({"in_force_to": "2025-12-31"}, "it ends before it begins. What to do: set in_force_to on or after"),
    ],
)
def test_a_wrong_field_is_named_with_its_remedy(fields, says):
    english, chinese = refusal(HEAD + rule(**fields))
    assert english.startswith("Rule pack p.toml, room.rule: ")
    assert says in english
    assert chinese.startswith("规则包 p.toml, room.rule：")


@pytest.mark.parametrize("key", ["rule", "Room.rule", "room..rule", "room.", "房间.规则"])
def test_a_key_names_a_room_and_a_rule(key):
    assert "not of the form room.rule" in refusal(HEAD + rule(key=f'"{key}"'))[0]


def test_dates_in_force_never_overlap():
    first, second = rule(in_force_to="2026-06-30"), rule(in_force_from="2026-06-30")
    english, chinese = refusal(HEAD + second + first)
    assert "p.toml, room.rule: two versions are in force on 2026-06-30" in english
    assert "end the earlier one with in_force_to before that day" in english
    assert "2026-06-30 有两个版本同时生效" in chinese
    assert "two versions are in force" in refusal(HEAD + rule() + rule(in_force_from="2030-01-01"))[0]
    parse_pack(HEAD + rule(in_force_to="2026-06-29") + second, file="p.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[pack\n", "p.toml: it is not TOML"),
        (rule(), "the field “pack” is missing"),
        ('[pack]\nname = "p"\n', "the field “version” is missing"),
        (HEAD + "[more]\n", "there is no field “more”"),
        (HEAD + "color = 1\n", "there is no field “color”"),
        ("rule = [1]\n" + HEAD, "a rule is not a table"),
    ],
)
def test_a_wrong_outline_is_named(text, says):
    assert says in refusal(text)[0]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(BadPack, match=r"gone\.toml: it cannot be read \(FileNotFoundError\)"):
        read_pack(tmp_path / "gone.toml")


def test_an_unknown_pack_is_refused_with_the_known_ones():
    with pytest.raises(BadPack, match=r"There is no rule pack “atlantis”\. Set LINLI_RULES to packs of beijing, cn"):
        stack("cn", "atlantis")


def test_a_pack_of_ones_own_is_a_path_and_brings_its_parts(tmp_path):
    (tmp_path / "ours.toml").write_text(HEAD + rule(key='"requests.call_back_attempts"', value="4"), encoding="utf-8")
    (tmp_path / "ours.extra.toml").write_text(HEAD.replace('"p"', '"q"') + rule(), encoding="utf-8")
    book = stack("cn", str(tmp_path / "ours.toml"))
    assert book.versions("requests.call_back_attempts")[0].pack == "p"
    assert book.versions("room.rule")[0].pack == "q"


def test_packs_that_write_a_value_as_different_kinds_are_refused(tmp_path):
    slip = rule(key='"requests.verify"', value="2")
    (tmp_path / "ours.toml").write_text(HEAD + slip, encoding="utf-8")
    with pytest.raises(BadPack, match=r"Rule packs cn and p write “requests.verify” as values of different kinds"):
        stack("cn", str(tmp_path / "ours.toml"))


def test_a_bad_pack_on_reload_leaves_the_book_in_use(settings, tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(HEAD + rule(), encoding="utf-8")
    settings.RULE_PACKS = ["cn", str(path)]
    book = rulebook()
    path.write_text("[pack", encoding="utf-8")
    with pytest.raises(BadPack):
        reload_rulebook()
    assert rulebook() is book
