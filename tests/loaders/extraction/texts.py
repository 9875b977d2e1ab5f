"""Texts as the reading step hands them over."""

from __future__ import annotations

import hashlib

from loaders.model import RawDocument


def raw(text: str, name: str = "text") -> RawDocument:
    return RawDocument(name, f"{name}.txt", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text)
