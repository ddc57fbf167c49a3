"""The search as its readers meet it: what is found, told and narrowed down.

The words themselves are `twinning.search`'s business; here records of the chronicle are known.
"""
