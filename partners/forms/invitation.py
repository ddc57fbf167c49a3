from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _

from partners.models import Invitation, Place
from partners.roles import grantable_roles, role_name
from twinning.publishing.models import User


class InvitationForm(forms.ModelForm[Invitation]):
    """Written by `inviter`, whose own rights are the limit of what it can promise."""

    inviter: User

    class Meta:
        model = Invitation
        fields = ["email", "first_name", "last_name", "role", "homes", "language"]
        widgets = {"homes": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.fields:  # of a page that may only be read
            return
        role: Any = self.fields["role"]
        homes: Any = self.fields["homes"]
        role.label_from_instance = role_name
        role.queryset = grantable_roles(self.inviter)
        homes.queryset = Place.objects.homes().editable_by(self.inviter)
        if not self.inviter.is_superuser and Place.objects.given_to(self.inviter).exists():
            homes.required, homes.help_text = True, ""

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(_("Somebody has an account with this address already."))
        if Invitation.objects.open().filter(email=email).exists():
            raise forms.ValidationError(
                _("An invitation to this address is open. Send that one again, or withdraw it.")
            )
        return email


class AcceptInvitationForm(UserCreationForm[User]):
    """The name and password that somebody invited signs in with from now on."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name"]

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        names = {"first_name": invitation.first_name, "last_name": invitation.last_name}
        # The address counts as personal when the password is compared with what is personal.
        new = User(email=invitation.email, **names)
        super().__init__(*args, instance=new, **kwargs)
        self.invitation = invitation
        self.fields["username"].widget.attrs.update(autocomplete="username", autofocus=False)
        for name in ("first_name", "last_name"):
            self.fields[name].required = True

    def save(self, commit: bool = True) -> User:
        user = super().save(commit=False)
        self.invitation.accept(user)
        return user
