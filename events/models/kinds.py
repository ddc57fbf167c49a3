from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    VISIT = "visit", _("visit")
    STUDY_VISIT = "study_visit", _("study visit")
    CONFERENCE = "conference", _("conference")
    MEETING = "meeting", _("meeting")
    AGREEMENT = "agreement", _("agreement")
    FESTIVAL = "festival", _("festival")
    EXHIBITION = "exhibition", _("exhibition")
    CONCERT = "concert", _("concert")
    TOURNAMENT = "tournament", _("tournament")
    EXCHANGE = "exchange", _("exchange")
    MISSION = "mission", _("business mission")
    AID = "aid", _("aid")
    DISTINCTION = "distinction", _("distinction")
    PUBLICATION = "publication", _("publication")
    OPENING = "opening", _("opening")
    FAIR = "fair", _("fair")
    FOUNDING = "founding", _("founding")
    PROJECT = "project", _("project")
    COMPETITION = "competition", _("competition")
    TRAINING = "training", _("training")
    CELEBRATION = "celebration", _("celebration")
    CAMPAIGN = "campaign", _("campaign")
    PRESENTATION = "presentation", _("presentation")


class Quantity(models.TextChoices):
    """How exactly a source gives a number of people."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    MORE_THAN = "more_than", _("more than")
    NEARLY = "nearly", _("nearly")
