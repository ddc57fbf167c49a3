"""Texts of allauth that our own catalogues say anew: its Polish is uneven, and once wrong.

Marked here, they come into our catalogues, which go before allauth's.
"""

from django.utils.translation import gettext_lazy as _

SAID_ANEW = (
    _("A new security key has been added."),
    _("A new set of Two-Factor Authentication recovery codes has been generated."),
    _("A new set of recovery codes has been generated."),
    _("A security key has been removed."),
    _("Authenticator App Activated"),
    _("Authenticator App Deactivated"),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("Backup key"),
    _("Invalid or expired key."),
    _("Key nr. {number}"),
    _("Master key"),
    _("New Recovery Codes Generated"),
    _("Password Changed"),
    _("Password Reset"),
    _("Password Set"),
    _("Password successfully changed."),
    _("Password successfully set."),
    _("Security Key Added"),
    _("Security Key Removed"),
    _("Security key added."),
    _("Security key removed."),
    _("The password reset token was invalid."),
    _("This account is currently inactive."),
    _("Use a security key"),
    _("Use authenticator app or code"),
    _("Use your password"),
    _("You have signed out."),
    _("You must type the same password each time."),
    _("Your password has been changed."),
    _("Your password has been reset."),
    _("Your password has been set."),
)
