"""Records as things of schema.org. What a page may not show, it doesn't hand over either.

Each thing is named by a number that stays the same in every language and whatever becomes of its
address; wherever it comes up it carries its type, name and page.
"""
