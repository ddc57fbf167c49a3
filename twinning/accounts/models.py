from django.db import models


class SharedValue(models.Model):
    """The table of Django's database cache, which counts attempts to sign in for all workers.

    A model only so that `migrate` makes it: the cache reads and writes it with its own SQL.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
