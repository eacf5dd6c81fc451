"""What the browser is answered: the page, and what is made of a draft that the page sends."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import os
from collections.abc import Awaitable, Callable
from functools import cache

import anyio
import uvicorn
from anyio import to_process
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from attrib.desk.guard import Guard
from attrib.desk.work import ANSWERS, Asked, resource, work
from attrib.errors import AttribError
from attrib.report.pages import admitted, style

MOST_BYTES = 16 * 2**20
"""A draft with its pictures; a long one has some 5 MB."""
SECONDS = 60.0
"""A bulletin takes less than one, a book of 300 pages some 20."""
_GRACE = 1
"""Seconds that answers under way have when the desk is ended."""
_LONGEST_NAME = 120
_SELF = "'self' "
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}


def app(options: argparse.Namespace, *, most: int = MOST_BYTES, seconds: float = SECONDS) -> Starlette:
    """The desk by the options of `attrib desk`; a draft may have ``most`` bytes and take so many ``seconds``."""

    async def answer(kind: str, request: Request) -> Response:
        try:
            asked = Asked(
                await _body(request, most),
                _name(request.query_params.get("name", "")),
                _day(request.query_params.get("date", "")),
            )
            with anyio.fail_after(seconds):
                made = await to_process.run_sync(work, kind, asked, options, cancellable=True, limiter=workers())
        except TooLargeError as error:
            return _refused(413, str(error))
        except TimeoutError:
            return _refused(503, f"this draft takes more than {seconds:g} seconds; split it into issues")
        except anyio.BrokenWorkerProcess:
            return _refused(422, "the process that read the draft died; the draft is damaged, or too large")
        except AttribError as error:
            return _refused(422, str(error))
        return Response(made, media_type=_WORD if kind == "reviewed" else "application/json")

    @cache
    def workers() -> anyio.CapacityLimiter:
        return anyio.CapacityLimiter(max(2, os.cpu_count() or 1))  # belongs to the loop that runs

    def post(kind: str) -> Route:
        async def endpoint(request: Request) -> Response:
            return await answer(kind, request)

        return Route(f"/{kind}", endpoint, methods=["POST"])

    made = Starlette(
        routes=[
            Route("/", _page),
            Route("/report.css", _of_report),
            *(Route(f"/{name}", _static(name, kind)) for name, kind in _STATIC.items()),
            *map(post, ANSWERS),
        ]
    )
    made.add_middleware(Guard)
    return made


def server(answers: Starlette) -> uvicorn.Server:
    """What serves the desk: it logs no draft and does not name itself."""
    # A worker that ended with the desk may be gone before asyncio asks for it, which is no news to anybody.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    return uvicorn.Server(
        uvicorn.Config(
            answers, access_log=False, log_level="critical", server_header=False, timeout_graceful_shutdown=_GRACE
        )
    )


# --- the page ---------------------------------------------------------------------------------------------------------


async def _page(request: Request) -> Response:
    return Response(
        resource("desk.html"),
        media_type="text/html",
        headers={"Content-Security-Policy": _policy()},
    )


async def _of_report(request: Request) -> Response:
    return Response(style(), media_type="text/css")


def _static(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return Response(resource(name), media_type=kind)

    return endpoint


def _policy() -> str:
    """Nothing but the desk's own; a report in its frame is held to this too, so its style and scripts are named."""
    return (
        f"default-src 'none'; {admitted(resource('framed.js'), place=_SELF)}; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


# --- what the page sends ----------------------------------------------------------------------------------------------


class TooLargeError(AttribError):
    """More bytes than a draft may have."""


async def _body(request: Request, most: int) -> bytes:
    """The bytes sent; no more of them are taken than there may be. Raises TooLargeError."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise TooLargeError(
                f"the draft has more than {most / 2**20:g} MB, which no bulletin has; leave out its pictures"
            )
    return bytes(data)


def _name(sent: str) -> str:
    """The name of a file, without folders: suppressions may stand beside a draft, but the page names no other place.

    >>> _name("C:\\\\drafts\\\\talks.docx"), _name("../../etc/passwd"), _name("..")
    ('talks.docx', 'passwd', 'draft.txt')
    """
    name = "".join(c for c in sent.replace("\\", "/").rpartition("/")[2] if c.isprintable())
    return name[-_LONGEST_NAME:] if name.strip(". ") else "draft.txt"


def _day(sent: str) -> dt.date | None:
    """Raises AttribError for what is no day."""
    try:
        return dt.date.fromisoformat(sent) if sent else None
    except ValueError:
        raise AttribError(f"“{sent[:20]}” is no issue date; expected YEAR-MONTH-DAY, such as 1999-12-02") from None


def _refused(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)
