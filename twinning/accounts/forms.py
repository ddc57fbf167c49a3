"""allauth's forms with labels of ours, and without hints inside the boxes that say them again."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

ONE_TIME_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


class Labelled(forms.Form):
    """`labels` says each field's name anew."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class SignInForm(Labelled, account.LoginForm):
    labels = {
        "login": _("User name or e-mail address"),
        "password": _("Password"),
        "remember": _("Keep me signed in on this computer"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.update(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        )
        self.fields["password"].help_text = ""  # the page has the link itself


class ChangePasswordForm(Labelled, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""


class NewPasswordForm(Labelled, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password once more")}


class ResetPasswordForm(Labelled, account.ResetPasswordForm):
    labels = {"email": _("E-mail address")}


class ConfirmPasswordForm(Labelled, account.ReauthenticateForm):
    labels = {"password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class Code(Labelled):
    labels = {"code": _("Code")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(ONE_TIME_CODE)


class CodeForm(Code, mfa.AuthenticateForm):
    labels = {"code": _("Code from the app, or a recovery code")}


class ConfirmCodeForm(Code, mfa.ReauthenticateForm):
    labels = CodeForm.labels


class ActivateTotpForm(Code, totp.ActivateTOTPForm):
    labels = {"code": _("Code that the app shows")}


class AddPasskeyForm(Labelled, webauthn.AddWebAuthnForm):
    labels = {"name": _("Name of the key"), "passwordless": _("Sign in with it alone")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("Such as “office laptop”, to know it by later.")
        self.fields["passwordless"].help_text = _(
            "The key then replaces the password, too, and asks for a fingerprint, face or PIN."
        )


class RenamePasskeyForm(Labelled, webauthn.EditWebAuthnForm):
    labels = {"name": _("Name of the key")}
