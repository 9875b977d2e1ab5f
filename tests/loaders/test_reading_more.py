"""Word documents, e-mails and feeds: their own words, or one clear refusal."""

from __future__ import annotations

import io
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store import Store
from loaders.pipeline import ingest
from loaders.reading import read, read_all
from loaders.reading.mail import own_words
from loaders.reading.markup import text_of_html
from ontology.errors import InputError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></c:coreProperties>'
)


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def docx(body: str, *, title: str | None = None, footnotes: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if title is not None:
            parts.writestr("docProps/core.xml", CORE.format(title))
        if footnotes is not None:
            parts.writestr("word/footnotes.xml", f"<w:footnotes {W}>{footnotes}</w:footnotes>")
    return buffer.getvalue()


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def test_a_word_document_is_its_paragraphs_in_order(tmp_path: Path) -> None:
    body = (
        p("Un ", "accord", " signé") + p() + "<w:tbl><w:tr><w:tc>" + p("cellule") + "</w:tc></w:tr></w:tbl>" + p("Fin")
    )
    raw = read(write(tmp_path, "note.docx", docx(body, title="Un accord")))
    assert raw.text == "Un accord signé\n\ncellule\n\nFin"
    assert (raw.id, raw.title) == ("note", "Un accord")


def test_what_is_deleted_in_a_word_document_and_field_codes_are_left_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>A</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>B</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>C</w:t></w:r></w:p>"
    )
    assert read(write(tmp_path, "note.docx", docx(body))).text == "AB\nC"


def test_footnotes_of_a_word_document_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>Signé</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    notes = (
        '<w:footnote w:id="-1">'
        + p("x")
        + '</w:footnote><w:footnote w:id="7">'
        + p("Selon la presse")
        + "</w:footnote>"
    )
    assert read(write(tmp_path, "note.docx", docx(body, footnotes=notes))).text == "Signé (1).\n\n(1) Selon la presse"


@pytest.mark.parametrize("title", ["Document1", "cp_final.docx", "Sans titre", ""])
def test_a_title_that_a_program_made_is_none(tmp_path: Path, title: str) -> None:
    assert read(write(tmp_path, "note.docx", docx(p("Texte"), title=title))).title is None


def _bomb() -> bytes:
    return docx(p("a" * 70_000_000))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"PK\x03\x04 not a zip", "no Word document"),
        (b"plain words", "no Word document"),
        (docx("<w:p>"), "damaged"),
        (docx(p()), "empty"),
    ],
)
def test_a_word_document_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(InputError, match=word) as refusal:
        read(write(tmp_path, "note.docx", content))
    assert refusal.value.place
    assert refusal.value.remedy


def test_a_word_document_that_unpacks_to_more_than_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too large"):
        read(write(tmp_path, "note.docx", _bomb()))


def test_a_word_document_without_its_main_part_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr("other.xml", "<a/>")
    with pytest.raises(InputError, match="no Word document"):
        read(write(tmp_path, "note.docx", buffer.getvalue()))


def mail(text: str, *, html: bool = False, **headers: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = headers.pop("Subject", "Accord entre deux instituts")
    for name, value in headers.items():
        message[name] = value
    message.set_content(text, subtype="html" if html else "plain", charset="utf-8")
    return message.as_bytes()


def test_an_email_is_its_subject_and_its_words(tmp_path: Path) -> None:
    content = mail("L’Institut Curie a signé.\n", Date="Tue, 3 Mar 2020 23:30:00 -0500", From="a@b.example")
    raw = read(write(tmp_path, "message.eml", content))
    assert raw.text == "Accord entre deux instituts\n\nL’Institut Curie a signé."
    assert (raw.title, raw.issued) == ("Accord entre deux instituts", "2020-03-03")


def test_an_email_in_html_gives_its_text(tmp_path: Path) -> None:
    content = mail(
        "<html><head><style>p{}</style></head><p>Un <b>accord</b></p><script>x()</script><p>Deux</p>", html=True
    )
    assert read(write(tmp_path, "message.eml", content)).text.endswith("\n\nUn accord\n\nDeux")


def test_attachments_are_said(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Accord"
    message.set_content("Le texte.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="cp.pdf")
    assert read(write(tmp_path, "message.eml", message.as_bytes())).warnings == ("attachments: 1",)


@pytest.mark.parametrize(
    "history",
    [
        "> quoted\n> words",
        "Le lun. 3 mars 2020 à 10:00, Ann Lee <a@b.example> a écrit :\n\nold words",
        "On Mon, Mar 3, 2020 at 10:00 AM Ann Lee wrote:\nold words",
        "-----Message d'origine-----\nDe : x\nold words",
        "-----Original Message-----\nold words",
        "From: Ann Lee\nSent: Monday\nTo: Bob\nSubject: x\n\nold words",
        "-- \nAnn Lee\nold words",
    ],
)
def test_the_history_under_an_email_is_left_out(history: str) -> None:
    assert own_words(f"New words.\n\nFrom Paris.\n\n{history}\n") == "New words.\n\nFrom Paris."


def test_a_forwarded_email_is_what_it_forwards() -> None:
    text = "FYI\n\n---------- Forwarded message ---------\nFrom: x\nDate: y\nSubject: z\nTo: q\n\nThe release.\n\nEnd."
    assert own_words(text) == "The release.\n\nEnd."


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\n\njust words without headers", "no e-mail"),
        (mail("> only history\n"), "no text of its own"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nMIIB", "encrypted"),
    ],
)
def test_an_email_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(InputError, match=word):
        read(write(tmp_path, "message.eml", content))


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Actualités</title>
<item><title>Curie et Servier s'allient</title><link>https://x.example/1</link><guid>one</guid>
<pubDate>Tue, 03 Mar 2020 09:00:00 +0100</pubDate><description>Court.</description>
<content:encoded><![CDATA[<p>L'Institut Curie et Servier ont signé un accord de licence
le 2 mars 2020.</p>]]></content:encoded></item>
<item><title>Autre</title><link>javascript:alert(1)</link>
<description>&lt;p&gt;Gustave Roussy&lt;/p&gt;</description></item>
<item><title></title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>An alliance</title>
<link rel="self" href="https://x.example/self"/><link href="https://x.example/a"/><id>urn:1</id>
<updated>2021-05-06T10:00:00Z</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Two <b>partners</b></p>
<p>sign.</p></div></content></entry></feed>"""


def test_each_item_of_a_feed_is_a_document(tmp_path: Path) -> None:
    first, second = read_all(write(tmp_path, "news.rss", RSS))
    assert first.text.split("\n\n") == [
        "Curie et Servier s'allient",
        "L'Institut Curie et Servier ont signé un accord de licence le 2 mars 2020.",
    ]
    assert (first.title, first.issued, first.source) == (
        "Curie et Servier s'allient",
        "2020-03-03",
        "https://x.example/1",
    )
    assert first.id.startswith("news-curie-et-servier-s-allient-")
    assert second.text == "Autre\n\nGustave Roussy"
    assert (second.issued, second.source) == (None, None)


def test_an_atom_entry_is_read_too_even_from_an_xml_file(tmp_path: Path) -> None:
    (entry,) = read_all(write(tmp_path, "news.xml", ATOM))
    assert entry.text == "An alliance\n\nTwo partners\n\nsign."
    assert (entry.issued, entry.source) == ("2021-05-06", "https://x.example/a")
    assert read(tmp_path / "news.xml") == entry


def test_an_item_keeps_its_name_in_whatever_order_and_company(tmp_path: Path) -> None:
    head, one, rest = RSS.partition("<item>")[0], RSS.split("<item>")[1], RSS.split("<item>")[2:]
    other = (
        head
        + "".join("<item>" + each for each in rest).replace("</channel></rss>", "")
        + f"<item>{one}</channel></rss>"
    )
    names = {raw.id for raw in read_all(write(tmp_path, "news.rss", RSS))}
    assert {raw.id for raw in read_all(write(tmp_path, "news.rss", other))} == names


def test_a_feed_is_loaded_item_by_item(tmp_path: Path, embedded_store: Store) -> None:
    write(tmp_path, "news.rss", RSS)
    loaded = ingest([tmp_path], embedded_store)
    assert [outcome.outcome for outcome in loaded.documents] == ["new", "new"]
    assert ingest([tmp_path], embedded_store).counts["unchanged"] == 2
    with pytest.raises(InputError, match="2 documents"):
        read(tmp_path / "news.rss")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("<rss><channel>", "damaged"),
        ("<html><body>x</body></html>", "no feed"),
        ("<rss><channel><item><title/></item></channel></rss>", "no item"),
        (f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss><item><title>&l9;</title></item></rss>', "entit"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>', "entit"),
    ],
)  # fmt: skip
def test_a_feed_that_cannot_be_read_is_refused(tmp_path: Path, content: str, word: str) -> None:
    with pytest.raises(InputError, match=word):
        read_all(write(tmp_path, "news.rss", content))


@given(st.text(st.sampled_from("<>/&;!-pabscriptd \n\"'="), max_size=80))
def test_any_piece_of_html_gives_text_without_scripts(fragment: str) -> None:
    text = text_of_html(f"<p>{fragment}</p>")
    assert text == text.strip()
    assert "\n\n\n" not in text


def test_deep_and_long_html_is_read_in_time_that_grows_with_it() -> None:
    def seconds(depth: int) -> float:
        started = time.perf_counter()
        text_of_html("<div>" * 200 + "<p>words</p>" * depth)
        return time.perf_counter() - started

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.01)
