"""The desk: the first page of the admin, with what waits for the person who has signed in.

A section lists one kind of work, each row one click from it. `registry` names them all, `page` puts
them together, `roll` fetches their rows in one query each, whatever the number of models.
"""
