"""How uploads are handed out on a developer's machine; a web server does it elsewhere."""

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.test import Client, RequestFactory

from tests import factories as make
from twinning.media.views import uploaded

pytestmark = pytest.mark.django_db


def test_an_upload_is_no_page_of_ours(rf: RequestFactory) -> None:
    image = make.make_image()

    response = uploaded(rf.get(image.file.url), image.file.name)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["Content-Type"] == "image/jpeg"
    response.close()


def test_a_document_is_saved_not_shown_by_the_browser(rf: RequestFactory) -> None:
    document = make.make_document()

    response = uploaded(rf.get(document.file.url), str(document.file.name))

    assert response.headers["Content-Disposition"] == "attachment"
    assert response.headers["Content-Type"] == "application/pdf"
    response.close()


@pytest.mark.parametrize("path", ["../settings.py", "images/../../x", "/etc/passwd", "images/"])
def test_nothing_else_is_handed_out(rf: RequestFactory, path: str) -> None:
    with pytest.raises((Http404, SuspiciousFileOperation)):
        uploaded(rf.get("/media/x"), path)


def test_in_production_the_site_itself_hands_out_nothing(client: Client) -> None:
    assert client.get(make.make_image().file.url).status_code == 404
