"""The address that the live echo asks."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils.translation import override

from twinning.dates.views import read


def answer(text: str | None, *, staff: bool = True, method: str = "get") -> Any:
    request = getattr(RequestFactory(), method)("/", {} if text is None else {"text": text})
    request.user = SimpleNamespace(is_staff=staff)
    with override("en"):
        response = read(request)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return json.loads(response.content)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_date_is_answered_with_its_reading(method: str) -> None:
    assert answer("Od 8 do 12 grudnia 2018", method=method) == {
        "ok": True,
        "reading": "Read as: 8–12 December 2018 (2018-12-08/2018-12-12)",
        "edtf": "2018-12-08/2018-12-12",
        "message": "",
    }


def test_a_text_that_is_no_date_is_answered_with_the_reason() -> None:
    refusal = answer("Chorzów 2020")
    assert (refusal["ok"], refusal["reading"], refusal["edtf"]) == (False, "", "")
    assert "“Chorzów”" in refusal["message"]


@pytest.mark.parametrize("text", [None, "", "  "])
def test_nothing_typed_is_neither_a_date_nor_an_error(text: str | None) -> None:
    assert answer(text) == {"ok": False, "reading": "", "edtf": "", "message": ""}


def test_a_huge_text_is_answered_briefly() -> None:
    assert len(answer("maj " * 50_000, method="post")["message"]) < 300


def test_residents_are_not_answered() -> None:
    with pytest.raises(PermissionDenied):
        answer("1994", staff=False)


def test_other_methods_are_refused() -> None:
    assert read(RequestFactory().delete("/")).status_code == 405
