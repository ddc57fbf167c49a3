"""Uploads on a developer's machine, under the headers that the web server in front sets else."""

import mimetypes

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

# An upload is no page of ours: whatever a browser makes of it, it may do nothing.
POLICY = "default-src 'none'; sandbox"
# Python itself learns of these only in later versions.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


def uploaded(request: HttpRequest, path: str) -> HttpResponseBase:
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = POLICY
    if isinstance(response, FileResponse) and path.startswith("documents/"):
        response.headers["Content-Disposition"] = "attachment"
    return response
