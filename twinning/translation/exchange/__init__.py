"""Translators' files: what a unit is, XLIFF 1.2 and PO, and what may be wrong with a translation.

It knows texts and files, not whose they are; what a city exports and takes over again stands in
`twinning.site.exchange`.
"""
