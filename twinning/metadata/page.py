"""A page's metadata as a whole, put together for its head."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from babel.core import get_global
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale

from twinning.dates import HistoricalDate
from twinning.metadata.linked_data import Address, Node, Worded, said, script, thing

SITE = "site"


@dataclass(frozen=True, slots=True)
class Titled:
    """A title of this page, in a language that may not be the page's."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture for sharing a page; `address` is one of this site."""

    address: str
    alt: Worded
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says to programs, all of it from what the page has fetched anyway.

    `kind` is a type of schema.org for the page itself, `main` what the page is all about, `about`
    what else it tells of. `date` is the time that it tells of; `more` are further properties of
    the page.
    """

    title: Worded | None = None
    kind: str = "WebPage"
    main: Node | None = None
    about: Sequence[Node] = ()
    date: HistoricalDate | None = None
    published: datetime | None = None
    modified: datetime | None = None
    picture: Picture | None = None
    more: Mapping[str, object] = field(default_factory=dict)


class Property(NamedTuple):
    """A `<meta property>`; `lang` only where its content isn't in the page's language."""

    name: str
    content: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What `components/page_metadata.html` takes."""

    properties: Sequence[Property]
    picture_alt: Property | None
    linked_data: SafeString


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has: its address and those of its translations by language, the way to it.

    `trail` holds texts of their own with an address each; the last one is the page itself.
    """

    site_name: str
    description: str
    addresses: Mapping[str, str]
    trail: Sequence[tuple[object, str | None]]
    absolute: Callable[[str], str]

    @property
    def url(self) -> str:
        return self.addresses[get_language() or ""]


def head(metadata: Metadata, frame: Frame) -> Head:
    picture = metadata.picture
    alt = _worded("twitter:image:alt", picture.alt) if picture else None
    return Head(
        properties=_open_graph(metadata, frame),
        picture_alt=alt,
        linked_data=script([_web_page(metadata, frame)], frame.absolute),
    )


def _title(metadata: Metadata, frame: Frame) -> Worded:
    return metadata.title or Titled(frame.site_name, get_language() or "")


def _open_graph(metadata: Metadata, frame: Frame) -> list[Property]:
    given = [
        Property("og:site_name", frame.site_name),
        Property("og:type", "article" if metadata.published else "website"),
        _worded("og:title", _title(metadata, frame)),
        Property("og:description", frame.description),
        Property("og:url", frame.url),
        Property("og:locale", locale_of(get_language() or "")),
        *(
            Property("og:locale:alternate", locale_of(code))
            for code in frame.addresses
            if code != get_language()
        ),
        *_of_article(metadata),
        *(_of_picture(metadata.picture, frame) if metadata.picture else ()),
    ]
    return [each for each in given if each.content]


def _of_article(metadata: Metadata) -> list[Property]:
    moments = (("published", metadata.published), ("modified", metadata.modified))
    return [
        Property(f"article:{name}_time", moment.isoformat(timespec="seconds"))
        for name, moment in moments
        if moment and metadata.published
    ]


def _of_picture(picture: Picture, frame: Frame) -> list[Property]:
    return [
        Property("og:image", frame.absolute(picture.address)),
        Property("og:image:type", "image/png"),
        Property("og:image:width", str(picture.width)),
        Property("og:image:height", str(picture.height)),
        _worded("og:image:alt", picture.alt),
    ]


def _worded(name: str, text: Worded) -> Property:
    return Property(name, text.text, "" if text.language == get_language() else text.language)


def locale_of(code: str) -> str:
    """`pl_PL`: a language with the country that CLDR thinks likeliest where it names none."""
    locale = to_locale(code)
    likely = str(get_global("likely_subtags").get(locale, locale))
    language, *_script, territory = likely.split("_")
    return locale if "_" in locale else f"{language}_{territory}"


def _web_page(metadata: Metadata, frame: Frame) -> Node:
    picture = metadata.picture
    return {
        **thing(
            metadata.kind,
            url=frame.url,
            name=said(_title(metadata, frame)),
            description=frame.description,
            inLanguage=get_language(),
            isPartOf=thing("WebSite", SITE, name=frame.site_name),
            temporalCoverage=metadata.date.edtf if metadata.date else "",
            datePublished=_moment(metadata.published),
            dateModified=_moment(metadata.modified),
            primaryImageOfPage=thing("ImageObject", url=Address(picture.address))
            if picture
            else None,
            breadcrumb=breadcrumbs(frame),
            about=list(metadata.about),
            mainEntity=metadata.main,
        ),
        **metadata.more,
        "@id": frame.url,
    }


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def breadcrumbs(frame: Frame) -> Node | None:
    """The way from the home page; none on the home page itself."""
    if len(frame.trail) < 2:
        return None
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing(
                "ListItem",
                position=position,
                name=label,
                item={"@type": "WebPage", "@id": Address(address or frame.url)},
            )
            for position, (label, address) in enumerate(frame.trail, start=1)
        ],
    )
