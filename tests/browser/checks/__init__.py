"""What is looked for on a page: each check gives its findings, one line each."""
