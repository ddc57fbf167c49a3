"""The sections of the desk, one kind of work a module."""
