"""What translators keep in the admin: fixed terms, and the texts of the interface."""

from twinning.translation.admin.glossary import GlossaryAdmin
from twinning.translation.admin.interface import InterfaceAdmin

__all__ = ["GlossaryAdmin", "InterfaceAdmin"]
