from collections.abc import Collection
from typing import Any, Self, TypeVar

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.urls import get_resolver
from django.utils.text import slugify
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from twinning.letters import plain

SLUG_LENGTH = 80


Record = TypeVar("Record", bound=models.Model)


class AddressedQuerySet(models.QuerySet[Record]):
    def at_slug(self, slug: str) -> Self:
        """Records whose address in the active language ends in `slug`."""
        return self.filter(**{f"slug_{get_language() or settings.LANGUAGE_CODE}": slug})

    def get_by_natural_key(self, slug: str) -> Record:
        """The record with this slug in the source language."""
        return self.get(**{f"slug_{settings.LANGUAGE_CODE}": slug})


class Addressed(models.Model):
    """A record with a page of its own, at a slug per language.

    A language without a slug of its own gets one made of the title in that language, or else the
    source language's slug. Subclasses name the field the slug is made of in `slug_source`.
    """

    slug_source = "name"

    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        help_text=_("The last part of the page's address. Left empty, it is made of the title."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_slugs()
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        return (self.in_language("slug", settings.LANGUAGE_CODE),)

    def clean_fields(self, exclude: Any = None) -> None:
        self.fill_slugs()
        super().clean_fields(exclude=exclude)
        self._require_slug(exclude or ())

    def in_language(self, field: str, language: str) -> str:
        return getattr(self, f"{field}_{language}") or ""

    def fill_slugs(self) -> None:
        source = settings.LANGUAGE_CODE
        for language, _name in settings.LANGUAGES:
            if self.in_language("slug", language):
                continue
            title = self.in_language(self.slug_source, language)
            slug = slugify(plain(title))[:SLUG_LENGTH].strip("-")
            setattr(self, f"slug_{language}", slug or self.in_language("slug", source))

    def _require_slug(self, exclude: Collection[str]) -> None:
        field = f"slug_{settings.LANGUAGE_CODE}"
        if getattr(self, field):
            return
        message = _("No address can be made of this title. Write one in plain letters.")
        where = NON_FIELD_ERRORS if field in exclude else field
        raise ValidationError({where: ValidationError(message, code="no_address")})


def refuse_reserved_segment(slug: str) -> None:
    """Refuse a slug that would stand where the site has an address of its own, in any language.

    Raises `ValidationError`. A home city's page stands directly below the language, beside
    `wydarzenia/`, `dane/`, `admin/` and the rest, which the URL configuration knows.
    """
    if slug in reserved_segments():
        raise ValidationError(
            _("“%(slug)s” is already an address of the site itself. Choose another one."),
            code="reserved",
            params={"slug": slug},
        )


def reserved_segments() -> frozenset[str]:
    segments: set[str] = {code for code, _name in settings.LANGUAGES}
    for code, _name in settings.LANGUAGES:
        with override(code):
            for pattern in _patterns(get_resolver().url_patterns):
                segments.add(pattern.split("/", 1)[0])
    return frozenset(segment for segment in segments if segment and "<" not in segment)


def _patterns(entries: Any) -> list[str]:
    """The first segments of all routes, looking through the language prefix and plain includes."""
    found: list[str] = []
    for entry in entries:
        text = str(entry.pattern)
        children = getattr(entry, "url_patterns", None)
        if children is not None and (text == "" or text.strip("/") == get_language()):
            found += _patterns(children)
        else:
            found.append(text)
    return found
