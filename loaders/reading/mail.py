"""Reading an e-mail: its subject and its own words, without the history of answers under them."""

from __future__ import annotations

import datetime as dt
import email
import re
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from loaders.notices import warning
from loaders.reading.page import Page
from ontology.errors import InputError

_ANSWER = re.compile(
    r"(?:On|Le)\s.{4,160}(?:wrote|a écrit)\s*:\s*\Z"
    r"|-{2,}\s*(?:Original Message|Message d['’]origine|Reply message)\s*-{2,}\s*\Z"
    r"|_{20,}\s*\Z",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"-{2,}\s*(?:Forwarded message|Message transféré|Message transmis)\s*-{2,}\s*\Z"
    r"|(?:Begin forwarded message|Début du message (?:transféré|réexpédié))\s*:\s*\Z",
    re.IGNORECASE,
)
_HEADER = re.compile(r"\*?(?:From|De|To|À|Cc|Sent|Envoyé|Date|Subject|Objet)\s?:", re.IGNORECASE)
_PREFIX = re.compile(r"\s*(?:re|rép|fwd?|tr)\s*:\s*", re.IGNORECASE)
_SIGNATURE = "-- "


def read_mail(data: bytes, path: Path) -> Page:
    """The subject, then the message; what it answers to is left out, what it forwards is kept.

    Raises:
        InputError: it is encrypted, or holds no text.
    """
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101  what the policy makes
    if not message.keys():
        raise InputError("this is no e-mail", place=str(path), remedy="Save the message as .eml, or its text as .txt.")
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise InputError("the message is encrypted", place=str(path), remedy="Save its text as a .txt file in UTF-8.")
    part = message.get_body(("plain", "html"))
    try:
        content = str(part.get_content()) if part else ""
    except (LookupError, ValueError):  # a character set that nobody knows
        payload = part.get_payload(decode=True) if part else b""
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if part and part.get_content_subtype() == "html":
        from loaders.reading.markup import text_of_html

        content = text_of_html(content)
    body = own_words(content.replace("\r\n", "\n"))
    if not body:
        raise InputError("the message holds no text of its own", place=str(path), remedy="Save its text as .txt.")
    subject = _PREFIX.sub("", " ".join(str(message.get("subject", "")).split()))
    warnings = [warning("damaged-characters", body.count("\ufffd"))] if "\ufffd" in body else []
    attached = [name for each in message.iter_attachments() if (name := each.get_filename())]
    if attached:
        warnings.append(warning("attachments", len(attached)))
    return Page(
        text=body if not subject or body.startswith(subject) else f"{subject}\n\n{body}",
        title=subject or None,
        issued=_day(message),
        warnings=tuple(warnings),
    )


def own_words(text: str) -> str:
    """A message without quoted lines, the answer it is to, and the signature; a forwarded message without its head."""
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(">")]
    forwarded = next((number for number, line in enumerate(lines) if _FORWARD.match(line.strip())), None)
    if forwarded is not None:
        lines = _without_head(lines[forwarded + 1 :])
    end = next((number for number, line in enumerate(lines) if _ends(lines, number)), len(lines))
    return "\n".join(line.rstrip() for line in lines[:end]).strip()


def _ends(lines: list[str], number: int) -> bool:
    line = lines[number]
    if line == _SIGNATURE or (line.strip() and _ANSWER.match(line.strip())):
        return True
    # the head of an answered message, as some programs put it without any other mark
    return sum(bool(_HEADER.match(each.strip())) for each in lines[number : number + 4]) >= 3


def _without_head(lines: list[str]) -> list[str]:
    position = 0
    while position < len(lines) and (not lines[position].strip() or _HEADER.match(lines[position].strip())):
        position += 1
    return lines[position:]


def _day(message: EmailMessage) -> str | None:
    """The day of the Date header, as its sender's clock had it."""
    try:
        sent: dt.datetime = parsedate_to_datetime(str(message.get("date", "")))
    except (ValueError, TypeError, IndexError):
        return None
    return sent.date().isoformat()
