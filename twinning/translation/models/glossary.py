from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryTerm(models.Model):
    """A term that is always translated in the same way, as offices and kinds of agreements are."""

    source = models.CharField(
        _("term"),
        max_length=120,
        help_text=_("In the source language, in the nominative; its other cases are found too."),
    )
    language = models.CharField(
        _("language"), max_length=12, help_text=_("The code of the language it is translated into.")
    )
    target = models.TextField(
        _("translation"), help_text=_("Where several are right, one on each line.")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["source", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "language"],
                name="translation_term_once_per_language",
                violation_error_message=_("The glossary has this term already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {', '.join(self.targets)}"

    @property
    def targets(self) -> list[str]:
        return [line.strip() for line in self.target.splitlines() if line.strip()]
