"""The texts of the interface as the site shows them: the catalogues, and what was changed here.

`texts` reads both, `live` lays the changes over the running site, `keeping` saves them, and `files`
takes them out and in. What is wrong with a text is said by `twinning.translation.faults`.
"""
