"""How much is read at most. What is larger was hardly written as one chronicle."""

MAX_BYTES = 40 * 1024 * 1024  # of a file, photographs included
MAX_CHARACTERS = 4_000_000  # of text, some 1,500 printed pages
MAX_PAGES = 500  # of a PDF
# Of a packed file (DOCX, ODT):
MAX_MEMBERS = 5_000
MAX_UNPACKED = 400 * 1024 * 1024  # all members together
MAX_MARKUP = 32 * 1024 * 1024  # the one member that holds the text
MAX_RATIO = 200  # unpacked to packed, of a member that is larger than FREE_RATIO
FREE_RATIO = 1024 * 1024
