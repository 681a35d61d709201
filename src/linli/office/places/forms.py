"""What is asked when places are added or redrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.places.kinds import PlaceKind
from linli.kernel.geo.datums import Datum
from linli.kernel.words import say
from linli.office.pasting import text_in

LARGEST = 2_000_000
"""Bytes of a pasted or chosen outline."""

FROM = {
    Datum.GCJ02: say("GCJ-02: Amap, Tencent, Tianditu's city layers", "GCJ-02：高德、腾讯等国内地图"),
    Datum.WGS84: say("WGS-84: GPS, OpenStreetMap, surveys", "WGS-84：GPS、测绘成果、OpenStreetMap"),
    Datum.BD09: say("BD-09: Baidu", "BD-09：百度地图"),
}
WHICH_KIND = lazystr(say("Choose the kind from the list.", "请选择类别。"))
WHICH_DATUM = lazystr(say("Choose where the coordinates come from.", "请选择坐标来源。"))


class AddForm(forms.Form):
    """What kind, and what they are called."""

    kind = forms.ChoiceField(
        label=lazystr(say("Kind", "类别")),
        widget=forms.RadioSelect,
        error_messages={"required": WHICH_KIND, "invalid_choice": WHICH_KIND},
    )
    names = forms.CharField(
        label=lazystr(say("Names", "名称")),
        help_text=lazystr(
            say(
                "One a line, as on the door plate. After a vertical bar the English name: 4号楼 | Building 4",
                "每行一个，与门牌一致；竖线后可写英文名：4号楼 | Building 4",
            )
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": lazystr(say("Enter at least one name.", "请至少填写一个名称。"))},
    )

    def __init__(self, *args: Any, under: PlaceKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrower = [kind for kind in PlaceKind if kind.rank > under.rank]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101 - declared above
        kind.choices = [(each.value, each.words) for each in narrower]
        kind.initial = narrower[0].value if narrower else None

    def named(self) -> list[tuple[str, str]]:
        """Name and English name of each line that says something."""
        lines = (line.partition("|") for line in self.cleaned_data["names"].splitlines() if line.strip())
        return [(name.strip(), english.strip()) for name, _, english in lines]


class OutlineForm(forms.Form):
    """An outline as GeoJSON, pasted or as a file, and what it is measured in."""

    datum = forms.ChoiceField(
        label=lazystr(say("Where do the coordinates come from?", "坐标来自哪里？")),
        choices=[(datum.value, words) for datum, words in FROM.items()],
        initial=Datum.GCJ02.value,
        widget=forms.RadioSelect,
        error_messages={"required": WHICH_DATUM, "invalid_choice": WHICH_DATUM},
    )
    geometry = forms.CharField(
        label=lazystr(say("Outline as GeoJSON", "边界（GeoJSON）")),
        help_text=lazystr(
            say(
                "A Polygon or MultiPolygon, alone or as a feature. Longitude first.",
                "Polygon 或 MultiPolygon，单独或放在 Feature 里；经度在前。",
            )
        ),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "class": "raw"}),
    )
    file = forms.FileField(label=lazystr(say("Or a file", "或选择文件")), required=False, max_length=255)

    def text(self) -> str:
        """What was pasted, else what the file holds. Raises Invalid."""
        file = self.cleaned_data["file"]
        pasted: str = self.cleaned_data["geometry"]
        return pasted if pasted.strip() or file is None else text_in(file, most=LARGEST)
