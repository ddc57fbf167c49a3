"""What this floor can't know itself."""

from django.dispatch import Signal

# A part of an address is about to be worded anew. Receivers get `language` and `segment`, without
# slashes, and answer whether something else stands at that address.
address_wanted = Signal()
