"""The translators' desk: what is to be translated, how much is, and one record side by side.

`subjects` says which models have texts and how a part leads to its whole; `queue` lists texts,
`coverage` counts them, `sheet` lays one record out, `keeping` saves it; `pages` are the views.
"""
