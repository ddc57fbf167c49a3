from django.db import models


class Entry(models.Model):
    """What is found of one record in one language, and while it is public in this form.

    Its number is its place in the order (`place_in_order`). `title`, `names` and `dates` hold
    lexemes for the ranking (`lexemes.field_text`), `words` all lexemes as the database's engine
    takes them; triggers bring them into its own index (`engines`).
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=24)
    key = models.PositiveBigIntegerField()
    language = models.CharField(max_length=12)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField()
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    title = models.TextField()
    names = models.TextField()
    dates = models.TextField()
    facets = models.TextField()
    words = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "key"], name="search_entry_of_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.language}"


class VocabularyWord(models.Model):
    """A word of the entries in one language, folded, and in how many of them it stands.

    `written` is how one of them writes it, in small letters; `ending` its last letters, folded.
    """

    language = models.CharField(max_length=12)
    folded = models.CharField(max_length=64, db_index=True)  # for beginnings
    ending = models.CharField(max_length=8)
    written = models.CharField(max_length=96)
    count = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["language", "folded"], name="search_word_once")
        ]
        indexes = [models.Index(fields=["language", "ending"], name="search_word_ending")]

    def __str__(self) -> str:
        return self.written


class IndexState(models.Model):
    """By which analysers the index was made, and how far a build has come. One row at most."""

    analysers = models.JSONField(default=dict)
    built_at = models.DateTimeField(null=True)
    building = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.built_at)
