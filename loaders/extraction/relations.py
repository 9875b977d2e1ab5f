"""Lasting ties between two actors: part of, member of, allied with, subsidiary of, supervised by."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.claims import Speaker, resolve
from loaders.extraction.clauses import Slotted

_G = r"@\d+(?:\.\d+)*"
_ONE = r"@\d+(?![.\d])"
_RULES: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    # (property, whether the object comes first, words); `a` is the first slot, `b` the second
    ("partOf", True, re.compile(rf"(?P<a>{_ONE})[^@;]{{0,100}}?\b(?:brings? together|comprises|is composed of|consists of|regroupe|rassemble|reunit|est composee? de|se compose de|federe|fait partie)\b[^@;]{{0,90}}?(?:schools?|ecoles?|faculties|facultes|institutes?|instituts?|establishments|etablissements|members|membres|institutions)[^@;]{{0,12}}?(?P<b>{_G})")),
    ("memberOf", False, re.compile(rf"(?P<a>{_G})[^@;]{{0,40}}?\b(?:is|are|est|sont|,) ?(?:a |an |un |une )?(?:founding |active |associate )?(?:members?|membres?)(?: fondateurs?| associes?)? (?:of|de|d'|du) ?(?:the |la |le |l'|reseau |network )*(?P<b>{_ONE})")),
    ("subsidiaryOf", False, re.compile(rf"(?P<a>{_ONE})[^@;]{{0,30}}?\b(?:filiale|subsidiary)(?: [a-z]+){{0,3}}? (?:of|de|d'|du) ?(?:the |la |le |l')?(?P<b>{_ONE})")),
    ("partOf", False, re.compile(rf"(?P<a>{_ONE})[^@;]{{0,30}}?\b(?:part of|fait partie (?:de|du|d'|integrante de)|appartient a|appartenant a|belongs to|belonging to|rattachee? a|rattachee? au) ?(?:the |la |le |l')?[^@;]{{0,25}}?(?P<b>{_ONE})")),
    ("supervisedBy", False, re.compile(rf"(?P<a>{_ONE})[^@;]{{0,160}}?\b(?:supervised by|under the (?:joint )?(?:authority|supervision) of|sous la (?:double |co-?)?tutelle (?:de|du|des|conjointe de|conjointe du|d')|placee? sous (?:la tutelle|l'autorite) (?:de|du|des)) ?(?:the |la |le |l')?[^@;]{{0,30}}?(?P<b>{_G}|@\d+ and [^@;]{{0,20}}@\d+)")),
    ("alliedWith", False, re.compile(rf"(?:\b(?:its|their|son|sa|leur) alliance (?:with|avec)|\ballied (?:with|to)|alliee? (?:a|avec)) (?:the |la |le |l')?(?P<b>{_ONE})(?:, (?P<a>{_ONE}))?")),
)  # fmt: skip


def relations(sentence: Slotted, speaker: Speaker) -> Iterator[tuple[str, str, str]]:
    """(subject, property, object) for every tie that a sentence states."""
    text = sentence.text
    for name, object_first, expression in _RULES:
        for match in expression.finditer(text):
            second = resolve(sentence, speaker, re.findall(_G, match["b"]))
            if match["a"]:
                first = resolve(sentence, speaker, [match["a"]])
            else:
                before = re.findall(_ONE, text[: match.start()])
                first = resolve(sentence, speaker, before[-1:]) or ([speaker.we] if speaker.we else [])
            for one in first:
                for other in second:
                    if one != other:
                        yield (other, name, one) if object_first else (one, name, other)
