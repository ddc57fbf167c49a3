"""Every type of public page, in every language, in a real browser with the whole chronicle."""
