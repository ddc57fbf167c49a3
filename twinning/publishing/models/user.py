from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who signs in. Our own class from the start, so that it can grow without a move."""
