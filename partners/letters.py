"""Letters sent by the site about what the partners' records know."""

import logging
from smtplib import SMTPException

from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from partners.models import Invitation

logger = logging.getLogger(__name__)


def send_invitation(request: HttpRequest, invitation: Invitation, token: str) -> bool:
    """Whether a server took the letter. The request says which host the link leads to."""
    with override(invitation.language):
        link = request.build_absolute_uri(reverse("invitation", args=[token]))
        text = render_to_string(
            "partners/letters/invitation.txt", {"invitation": invitation, "link": link}
        )
        subject = _("Invitation to write the chronicle of partner cities")
    try:
        send_mail(subject, text.strip() + "\n", None, [invitation.email])
    except (SMTPException, OSError):
        logger.exception("An invitation could not be sent.")
        return False
    return True
