"""Addresses of signing in. The names are allauth's, which looks its pages up by them."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path, re_path
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from twinning.accounts import views

CHANGE = pgettext_lazy("address", "change/")
CONFIRM = pgettext_lazy("address", "confirm/")
DONE = pgettext_lazy("address", "done/")
REMOVE = pgettext_lazy("address", "remove/")
ADD = pgettext_lazy("address", "add/")
SIGN_IN = pgettext_lazy("address", "sign-in/")

password = [
    path("", account.password_change, name="account_change_password"),
    path(pgettext_lazy("address", "first/"), account.password_set, name="account_set_password"),
    path(CONFIRM, account.reauthenticate, name="account_reauthenticate"),
]
forgotten = [
    path("", account.password_reset, name="account_reset_password"),
    path(
        pgettext_lazy("address", "sent/"),
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        DONE,
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
passkeys = [
    path("", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path(ADD, webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(SIGN_IN, webauthn.login_webauthn, name="mfa_login_webauthn"),
    path(CONFIRM, webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path(
        "<int:pk>/",
        include(
            [
                path(CHANGE, webauthn.edit_webauthn, name="mfa_edit_webauthn"),
                path(REMOVE, webauthn.remove_webauthn, name="mfa_remove_webauthn"),
            ]
        ),
    ),
]
codes = [
    path("", never_cache(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        pgettext_lazy("address", "new/"),
        never_cache(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        pgettext_lazy("address", "file/"),
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
app = [
    path(ADD, never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path(REMOVE, totp.deactivate_totp, name="mfa_deactivate_totp"),
]
second_factor = [
    path("", mfa.index, name="mfa_index"),
    path(SIGN_IN, mfa.authenticate, name="mfa_authenticate"),
    path(CONFIRM, mfa.reauthenticate, name="mfa_reauthenticate"),
    path(pgettext_lazy("address", "app/"), include(app)),
    path(pgettext_lazy("address", "recovery-codes/"), include(codes)),
    path(pgettext_lazy("address", "passkeys/"), include(passkeys)),
]
sessions = [
    path("", views.sessions, name="usersessions_list"),
    path(pgettext_lazy("address", "end/"), views.end_all_sessions, name="usersessions_end_all"),
    path("<int:pk>/", views.end_session, name="usersessions_end"),
]
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="mfa_index"), name="account"),
    path(SIGN_IN, account.login, name="account_login"),
    path(pgettext_lazy("address", "sign-out/"), account.logout, name="account_logout"),
    path(pgettext_lazy("address", "inactive/"), account.account_inactive, name="account_inactive"),
    path(pgettext_lazy("address", "password/"), include(password)),
    path(pgettext_lazy("address", "forgotten-password/"), include(forgotten)),
    path(pgettext_lazy("address", "second-factor/"), include(second_factor)),
    path(pgettext_lazy("address", "sessions/"), include(sessions)),
]
