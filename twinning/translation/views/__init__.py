"""The pages of the interface's texts. The admin's site calls them, signed in already."""

from twinning.translation.views.catalogue_file import download, upload
from twinning.translation.views.interface_list import interface_list, overview
from twinning.translation.views.interface_text import interface_text, take_back

__all__ = ["download", "interface_list", "interface_text", "overview", "take_back", "upload"]
