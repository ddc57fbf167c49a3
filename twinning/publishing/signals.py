"""What rooms above may want to hear of."""

from django.dispatch import Signal

# A record's form has been saved with its rows. `sender` is the model, `whole` the record whose
# history it belongs to; `saved` lists each record and part that the form changed, with the values
# that its columns had before; `minor` says that the change is none to a translator.
form_saved = Signal()

# Records have been written with all their rows, and their history knows. `sender` is the model,
# `keys` lists the records, `whole` holds them with all their parts as they are in the database now,
# and `withheld` names those that no plan makes public; it comes in the transaction that wrote them.
recorded = Signal()
