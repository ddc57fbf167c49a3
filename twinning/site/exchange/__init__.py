"""Texts out to translators and back: what is exported, what a file would change, taking it over.

`reach` says whose records, `tables` where their texts are, `selection` writes files, `review` reads
them back without writing, `taking` writes what the review found good.
"""
