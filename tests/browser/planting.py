"""The site with a fault in each of its pages, for a program that opens addresses by itself."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen


@contextmanager
def served_with(fault: str, site: str) -> Iterator[str]:
    """The address of `site` with `fault` at the head of every page's content, until the end."""

    class Spoiler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with urlopen(site + self.path) as served:  # noqa: S310 — a server of this test
                kind, body = served.headers["Content-Type"], served.read()
            if kind.startswith("text/html"):
                # The site's own policy, which would keep most faults away, is not passed on.
                body = body.replace(b"<main", f"{fault}<main".encode())
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — its signature
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Spoiler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
