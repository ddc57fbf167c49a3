"""The live echo of a date being typed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.forms import reading
from twinning.dates.value import HistoricalDate


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest) -> JsonResponse:
    """Answer `text` with {"ok", "reading", "edtf", "message"}; unused ones are empty strings.

    For staff. Always 200, since a date still being typed is no error; an empty text is not ok
    and has no message.
    """
    if not getattr(request.user, "is_staff", False):
        raise PermissionDenied
    text = (request.POST or request.GET).get("text", "")
    answer = {"ok": False, "reading": "", "edtf": "", "message": ""}
    try:
        date = HistoricalDate.parse(text)
    except DateNotUnderstood as error:
        return JsonResponse(answer | {"message": error.message if text.strip() else ""})
    return JsonResponse(answer | {"ok": True, "reading": reading(date), "edtf": date.edtf})
