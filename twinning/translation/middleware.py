from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from twinning.translation.interface.live import look

Answer = Callable[[HttpRequest], HttpResponseBase]


def changed_texts(get_response: Answer) -> Answer:
    """Before the language is chosen, so that a page is of one state of the texts."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        look()
        return get_response(request)

    return answer
