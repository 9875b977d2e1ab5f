"""From bytes to text: UTF-8 as it stands, older encodings recognised and said, anything else refused.

Newlines are never touched: offsets count code points of exactly this text.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from loaders.notices import warning
from ontology.errors import InputError

_OLDER = ("cp1252", "mac_roman", "cp850")  # what French and English texts were written in before UTF-8
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman", "cp850": "DOS 850", "latin-1": "ISO 8859-1"}
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # more control characters than this, and it is no text
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UTF8_REMEDY = "Save the file as UTF-8 text and try again."


def decode(data: bytes, path: Path, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a file and what the reader should know of its encoding.

    Args:
        data: the file's bytes.
        path: named in refusals.
        declared: the encoding that the file itself declares (HTML), tried after UTF-8.

    Raises:
        InputError: the bytes are not text, or are damaged UTF-8.
    """
    text, warnings = _decode(data, path, declared)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > _CONTROL_SHARE * len(text):
        raise InputError("this is not a text but binary data", place=str(path), remedy=_UTF8_REMEDY)
    if "\ufffd" in text:
        warnings += (warning("damaged-characters", text.count("\ufffd")),)
    return text, warnings


def _decode(data: bytes, path: Path, declared: str | None) -> tuple[str, tuple[str, ...]]:
    warnings: tuple[str, ...] = ()
    if data.startswith(codecs.BOM_UTF8):
        data, warnings = data[3:], (warning("byte-order-mark"),)
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            try:
                return data.decode(encoding), (warning("encoding", encoding.upper()),)
            except UnicodeDecodeError as error:
                raise InputError("this is not a text but binary data", place=str(path), remedy=_UTF8_REMEDY) from error
    try:
        return data.decode("utf-8"), warnings
    except UnicodeDecodeError as error:
        if warnings or len(_MULTIBYTE.findall(data)) > _invalid(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError(
                f"the UTF-8 text is damaged at byte {error.start}", place=f"{path}, line {line}", remedy=_UTF8_REMEDY
            ) from error
    if b"\x00" in data:
        raise InputError("this is not a text but binary data", place=str(path), remedy=_UTF8_REMEDY)
    encoding = _older(data, declared)
    return data.decode(encoding), (warning("encoding", _NAMES.get(encoding, encoding)),)


def _invalid(data: bytes) -> int:
    return data.decode("utf-8", errors="replace").count("\ufffd")


def _older(data: bytes, declared: str | None) -> str:
    from charset_normalizer import from_bytes  # loaded here: most files are UTF-8

    guess = from_bytes(data, cp_isolation=list(_OLDER)).best()
    for encoding in (declared, guess.encoding if guess else None, "cp1252"):
        try:
            if encoding:
                data.decode(encoding)
                return encoding
        except (LookupError, UnicodeDecodeError):
            continue
    return "latin-1"  # has a character for every byte
