"""What programs ask for first: the bare address and robots.txt."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("wanted", "home"),
    [
        ("pl", "/pl/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("de,en;q=0.5,pl;q=0.4", "/en/"),
        ("fr", "/pl/"),
        ("*", "/pl/"),
        ("en;q=0,pl", "/pl/"),
        ("nonsense;;q=,,", "/pl/"),
        ("", "/pl/"),
    ],
)
def test_the_bare_address_leads_to_the_home_page_in_the_language_of_the_reader(
    client: Client, wanted: str, home: str
) -> None:
    response = client.get("/", headers={"accept-language": wanted})

    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /pl/admin/",
        "Disallow: /en/admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]
