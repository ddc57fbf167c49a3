from twinning.translation.forms.catalogue_file import CatalogueFileForm
from twinning.translation.forms.interface_text import InterfaceTextForm

__all__ = ["CatalogueFileForm", "InterfaceTextForm"]
