from partners.forms.invitation import AcceptInvitationForm, InvitationForm

__all__ = ["AcceptInvitationForm", "InvitationForm"]
