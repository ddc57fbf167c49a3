"""`/api/v1/` in each language: names of datasets and parameters are the same in all of them."""

from django.urls import URLPattern, path, re_path

from events.api import views
from events.api.operations import api
from events.api.reading import read_only

app_name = "api"

_patterns, _app, _namespace = api.urls
_operations = [
    each for each in _patterns if isinstance(each, URLPattern) and each.name != "api-root"
]
for _operation in _operations:
    _operation.callback = read_only(_operation.callback)

urlpatterns = [
    path("", read_only(views.root), name="root"),
    path("openapi.json", read_only(views.description), name="description"),
    *_operations,
    re_path("", read_only(views.nothing)),
]
