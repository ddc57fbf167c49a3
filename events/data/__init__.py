"""The chronicle as open data.

A dataset is described once, in a module of its own: its shape (each field with what it holds), the
records it is made of and how one of them becomes an object. JSON, CSV, the API, its description,
the documentation for people and the catalogue are all read off that.
"""
