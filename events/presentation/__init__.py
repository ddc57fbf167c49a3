"""Puts records into the words and shapes that the components of a page take."""
