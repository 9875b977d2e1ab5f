"""What every response carries: a request id, security headers, and a problem document instead of a crash."""

from __future__ import annotations

import json
import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from api.texts import accepted_language, t

# Nothing is loaded from elsewhere and nothing is inline; the page can be framed by nobody.
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}\Z")
_log = logging.getLogger("api.access")


class Envelope:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, *, longest_address: int) -> None:
        self.app = app
        self.longest_address = longest_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; anything but HTTP passes through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.match(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.perf_counter(), 0
        head = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if head else scope  # HEAD is GET without the body

        async def send_enveloped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                carried = MutableHeaders(scope=message)
                carried["X-Request-Id"] = request_id
                for name, value in SECURITY_HEADERS.items():
                    carried.setdefault(name, value)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        language = accepted_language(headers.get("accept-language"))
        try:
            if len(scope["raw_path"]) + len(scope["query_string"]) > self.longest_address:
                detail = t("problem.address-too-long.detail", language, limit=self.longest_address)
                await _send_problem(
                    send_enveloped, problems.document(problems.ADDRESS_TOO_LONG, detail, language, request_id)
                )
            else:
                await self.app(inner, receive, send_enveloped)
        except Exception:
            _log.exception("request %s failed: %s %s", request_id, scope["method"], scope["path"])
            if status:  # the answer has begun: cutting the connection is the only honest end
                raise
            detail = t("problem.internal-error.detail", language, request_id=request_id)
            await _send_problem(send_enveloped, problems.document(problems.INTERNAL, detail, language, request_id))
        finally:
            elapsed = (time.perf_counter() - started) * 1000
            _log.info("%s %s %s %.1f ms %s", scope["method"], scope["path"], status, elapsed, request_id)


async def _send_problem(send: Send, body: dict[str, object]) -> None:
    content = json.dumps(body, ensure_ascii=False).encode()
    headers = [(b"content-type", problems.MEDIA_TYPE.encode()), (b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": body["status"], "headers": headers})
    await send({"type": "http.response.body", "body": content})
