from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from twinning.publishing.admin import PublishableAdmin, RecordAdmin, StackedPart
from twinning.publishing.models import PublicBody
from twinning.publishing.public_body import public_body
from twinning.site.law.forms import PublicBodyForm, WholeForm
from twinning.site.law.frame import frame
from twinning.site.models import (
    Declaration,
    FundingLogo,
    FundingNotice,
    PrivacyNotice,
    ReuseNotice,
)


class OneRecord(RecordAdmin):
    """A record of which the site has one: its list leads to its form."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not self._is_there()

    def _is_there(self) -> bool:
        """As far as this process knows; what another has added meanwhile, the form refuses."""
        if self.model is PublicBody:
            return public_body().pk is not None
        return self.model in frame().pages

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        opts, only = self.model._meta, self.model._base_manager.first()
        page = f"admin:{opts.app_label}_{opts.model_name}"
        if only is not None and self.has_view_permission(request, only):
            return redirect(f"{page}_change", only.pk)
        if only is None and self.has_add_permission(request):
            return redirect(f"{page}_add")
        answer: HttpResponse = super().changelist_view(request, extra_context)
        return answer


@admin.register(PublicBody)
class PublicBodyAdmin(OneRecord):
    form = PublicBodyForm
    fieldsets = [
        (None, {"fields": ["name", "unit"]}),
        (
            _("Contact"),
            {
                "fields": [
                    "address",
                    ("email", "phone"),
                    ("website", "electronic_delivery"),
                    "hours",
                ],
                "description": _("It makes the contact page; without any there is no such page."),
            },
        ),
        (
            _("Data protection officer"),
            {"fields": ["officer_name", ("officer_email", "officer_phone")]},
        ),
        (
            _("Links in the footer"),
            {
                "fields": ["easy_text_url", "sign_language_url", "bulletin_url"],
                "description": _("To pages of the city’s own site. Without an address no link."),
            },
        ),
        (_("The site"), {"fields": [("site_published", "site_changed"), "licence"]}),
    ]


class NoticeAdmin(OneRecord, PublishableAdmin):
    form = WholeForm


@admin.register(Declaration)
class DeclarationAdmin(NoticeAdmin):
    fieldsets = [
        (
            _("State of digital accessibility"),
            {
                "fields": ["conformance", "status_wording"],
                "description": _(
                    "Name and dates of the site come from the public body, and so does the contact "
                    "unless another is given here. The day of the last review is the one that "
                    "was recorded on the desk."
                ),
            },
        ),
        (
            _("Contents that are not accessible"),
            {
                "fields": [
                    "not_conforming",
                    "not_covered",
                    "excessive_cost",
                    "cost_assessment_url",
                ],
                "description": _("They show unless the site conforms fully."),
            },
        ),
        (
            _("Preparation of the accessibility declaration"),
            {"fields": [("prepared", "basis"), "assessor", "assessment", "preparation_heading"]},
        ),
        (_("Aids, limits and other information"), {"fields": ["amenities", "shortcuts"]}),
        (
            _("Feedback and contact"),
            {"fields": ["contact", ("email", "phone"), "procedure_more"]},
        ),
        (
            _("Other information"),
            {
                "fields": [
                    "apps",
                    "architecture",
                    "architecture_url",
                    ("has_interpreter", "interpreter_url"),
                    "communication",
                ]
            },
        ),
    ]


@admin.register(PrivacyNotice)
class PrivacyNoticeAdmin(NoticeAdmin):
    fieldsets = [
        (
            None,
            {
                "fields": ["updated", "introduction"],
                "description": _(
                    "Controller and data protection officer come from the public body."
                ),
            },
        ),
        (
            _("What is done with data"),
            {
                "fields": [
                    "purposes",
                    "bases",
                    "categories",
                    "recipients",
                    "retention",
                    "cookies",
                ]
            },
        ),
        (_("What people can do"), {"fields": ["rights", "complaint", "more"]}),
    ]


@admin.register(ReuseNotice)
class ReuseNoticeAdmin(NoticeAdmin):
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "introduction",
                    "scope",
                    "conditions",
                    "exceptions",
                    "liability",
                    "requests",
                ],
                "description": _("The licence comes from the public body."),
            },
        ),
    ]


class FundingLogoInline(StackedPart):
    model = FundingLogo
    fieldsets = [(None, {"fields": [("image", "order")]})]


@admin.register(FundingNotice)
class FundingNoticeAdmin(PublishableAdmin):
    fieldsets = [
        (
            None,
            {
                "fields": ["text", ("url", "order")],
                "description": _("It stands in the foot of every page as long as it is published."),
            },
        )
    ]
    inlines = [FundingLogoInline]
    list_display = ["__str__", "status_label"]
    list_filter = ["status"]
