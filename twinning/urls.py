"""Addresses of the site. Everything a reader meets carries its language in front."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
