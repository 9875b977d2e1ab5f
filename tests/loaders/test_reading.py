"""Reading files: text with stable offsets, or one clear refusal with place and remedy."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from loaders.reading import RDF_SUFFIXES, find, read
from loaders.reading.pdf import join_pages
from ontology.errors import InputError

FRENCH = "Cancérologie : l’Institut Cœur et la société Éluard ont signé un « accord » à Évry, le 3 mars 2011.\n"


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pdf(pages: Sequence[Sequence[str]], *, title: str | None = None, password: str | None = None) -> bytes:
    """A PDF that shows one line below the other."""
    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        shown = "".join(f"1 0 0 1 60 {800 - 16 * row} Tm ({line}) Tj " for row, line in enumerate(lines))
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf {shown}ET".encode("cp1252"))
        page[NameObject("/Contents")] = stream
    if title:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


# -- text -------------------------------------------------------------------------------------------------------------


def test_text_is_the_file_decoded_as_utf_8_with_newlines_untouched(tmp_path: Path) -> None:
    content = "Première ligne\r\nDeuxième\rTroisième\n\n\ttab"
    raw = read(write(tmp_path, "003_x.txt", content))
    assert raw.text == content
    assert (raw.id, raw.file, raw.warnings) == ("003_x", "003_x.txt", ())
    assert raw.sha256 == hashlib.sha256(content.encode()).hexdigest()


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_every_utf_8_text_comes_back_exactly(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    raw = read(write(tmp_path_factory.mktemp("text"), "a.md", content))
    assert raw.text == content.removeprefix("\ufeff")


def test_a_byte_order_mark_is_left_out_and_said(tmp_path: Path) -> None:
    raw = read(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + FRENCH.encode()))
    assert raw.text == FRENCH
    assert raw.warnings == ("byte-order-mark",)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_other_encodings_are_recognised_and_said(tmp_path: Path, encoding: str, said: str) -> None:
    raw = read(write(tmp_path, "a.txt", FRENCH.encode(encoding)))
    assert raw.text == FRENCH
    assert raw.warnings == (f"encoding: {said}",)


@pytest.mark.parametrize("content", ["Société signée", "un accord de mécénat signé à Évry", "Mme Lefèbvre – 25 000 €"])
def test_short_windows_texts_are_recognised_too(tmp_path: Path, content: str) -> None:
    assert read(write(tmp_path, "a.txt", content.encode("cp1252"))).text == content


def test_latin_1_text_reads_the_same(tmp_path: Path) -> None:
    content = "L'Université a signé à Évry avec une société suédoise, Ångström."
    assert read(write(tmp_path, "a.txt", content.encode("latin-1"))).text == content


def test_damaged_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    damaged = FRENCH.encode() * 3 + b"abc \xe9 def\n" + FRENCH.encode()
    with pytest.raises(InputError) as caught:
        read(write(tmp_path, "a.txt", damaged))
    assert "line 4" in str(caught.value.place)
    assert "UTF-8" in str(caught.value.remedy)


def test_characters_that_were_lost_before_are_said(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.txt", "Soci\ufffdt\ufffd")).warnings == ("damaged-characters: 2",)


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 90,
        os.urandom(64) + b"\x00" * 64,
        b"\x01\x02ab" * 9,
    ],
    ids=["all bytes", "program", "noise", "control characters"],
)
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        read(write(tmp_path, "a.txt", content))


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n ", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes, suffix: str) -> None:
    with pytest.raises(InputError, match="empty"):
        read(write(tmp_path, f"a.{suffix}", content))


# -- limits and kinds -------------------------------------------------------------------------------------------------


def test_a_text_of_50_mb_is_refused_with_the_number_and_the_setting(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"x")
    with path.open("r+b") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="50,000,000 bytes; the limit is 5,000,000") as caught:
        read(path)
    assert caught.value.remedy is not None
    assert "ONCOGRAPH_MAX_BYTES=50000000" in caught.value.remedy


def test_the_limit_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", "x" * 100)
    monkeypatch.setenv("ONCOGRAPH_MAX_BYTES", "100")
    assert len(read(path).text) == 100
    monkeypatch.setenv("ONCOGRAPH_MAX_BYTES", "99")
    with pytest.raises(InputError, match="100 bytes; the limit is 99"):
        read(path)
    monkeypatch.setenv("ONCOGRAPH_MAX_BYTES", "much")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.place == "ONCOGRAPH_MAX_BYTES"


@pytest.mark.parametrize(("name", "word"), [("a.odt", "kind"), ("a", "kind"), ("a.ttl", "RDF")])
def test_other_kinds_of_files_are_refused(tmp_path: Path, name: str, word: str) -> None:
    with pytest.raises(InputError, match=word) as caught:
        read(write(tmp_path, name, "text"))
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for path in (tmp_path / "none.txt", tmp_path / "folder.txt"):
        with pytest.raises(InputError) as caught:
            read(path)
        assert caught.value.place == str(path)


@pytest.fixture
def nobody() -> Iterator[None]:
    """Gives up the rights of root, to whom nothing is unreadable."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a system without these rights")
def test_an_unreadable_file_and_folder_are_refused(nobody: None) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name), "folder/a.txt", "text")
        path.chmod(0)
        with pytest.raises(InputError, match="cannot be read"):
            read(path)
        path.parent.chmod(0)
        for asked in (path, path.parent):
            with pytest.raises(InputError, match="cannot be") as caught:
                find([asked])
            assert caught.value.remedy
        path.parent.chmod(0o700)


def test_the_name_of_the_file_is_its_id_whatever_form_its_accents_have(tmp_path: Path) -> None:
    assert read(write(tmp_path, "re\u0301sume\u0301.v2.txt", "text")).id == "résumé.v2"


# -- web pages --------------------------------------------------------------------------------------------------------

PAGE = """<!doctype html><html lang="fr"><head><meta charset="{charset}"><title>Accord à Évry | Éluard</title>
<meta property="og:site_name" content="Éluard"><meta property="article:published_time" content="2019-10-28T09:00+01:00">
<link rel="canonical" href="https://www.example.org/accord"></head><body>
<nav><a href="/">Accueil</a> <a href="/m">Menu principal</a></nav><main><article><h1>Accord à Évry</h1>
<p>Évry, le 28 octobre 2019 – Éluard et l’Institut Cœur ont signé un accord de recherche de trois ans en oncologie.</p>
<p>Les deux équipes étudieront ensemble le cancer du poumon dans leurs laboratoires, pendant toute sa durée.</p>
<h2>À propos d’Éluard</h2><p>Éluard est une entreprise française qui travaille sur des anticorps.</p></article></main>
<footer>Mentions légales – Tous droits réservés</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_web_page_gives_its_main_text_and_metadata(tmp_path: Path, charset: str) -> None:
    raw = read(write(tmp_path, "page.html", PAGE.format(charset=charset).encode(charset)))
    paragraphs = raw.text.split("\n\n")
    assert paragraphs[0] == raw.title == "Accord à Évry"
    assert paragraphs[1].startswith("Évry, le 28 octobre 2019 – Éluard et l’Institut Cœur")
    assert "À propos d’Éluard" in paragraphs
    assert "Menu principal" not in raw.text
    assert "Mentions légales" not in raw.text
    assert (raw.issued, raw.source) == ("2019-10-28", "https://www.example.org/accord")
    assert raw.sha256 == hashlib.sha256(raw.text.encode()).hexdigest()


def test_a_page_that_prints_only_a_year_gives_no_day(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8").replace("2019-10-28T09:00+01:00", "2019").replace("28 octobre 2019", "2019")
    assert read(write(tmp_path, "page.htm", page)).issued in {None, "2019"}


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no main text"):
        read(write(tmp_path, "page.html", "<html><head><title>x</title></head><body><script>1</script></body></html>"))


# -- PDF --------------------------------------------------------------------------------------------------------------

LINES = ["Accord entre Eluard et l'Institut Coeur", "Les parties travaillent ensemble.", "Le cancer du poumon"]


def test_a_pdf_gives_its_text_without_running_heads(tmp_path: Path) -> None:
    pages = [["Communique de presse", *(f"{line} {n}." for line in LINES), f"Page {n} / 3"] for n in (1, 2, 3)]
    raw = read(write(tmp_path, "a.pdf", pdf(pages, title="Accord")))
    assert raw.title == "Accord"
    assert "Communique" not in raw.text
    assert "Page" not in raw.text
    assert [raw.text.count(f"{LINES[0]} {n}.") for n in (1, 2, 3)] == [1, 1, 1]


def test_a_title_that_a_program_wrote_is_no_title(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.pdf", pdf([LINES], title="Microsoft Word - CP_final.docx"))).title is None


def test_a_protected_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="password"):
        read(write(tmp_path, "a.pdf", pdf([LINES], password="secret")))


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    assert LINES[0] in read(write(tmp_path, "a.pdf", pdf([LINES], password=""))).text


def test_a_scanned_pdf_is_refused_and_a_page_without_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only pictures") as caught:
        read(write(tmp_path, "scan.pdf", pdf([[], []])))
    assert "OCR" in str(caught.value.remedy)
    assert read(write(tmp_path, "half.pdf", pdf([LINES, []]))).warnings == ("pages-without-text: 2",)


@pytest.mark.parametrize("content", [b"%PDF-1.7\nbroken", b"no pdf at all", pdf([LINES])[:400]])
def test_a_damaged_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="PDF") as caught:
        read(write(tmp_path, "a.pdf", content))
    assert caught.value.remedy


def test_pages_are_joined_where_a_sentence_goes_on() -> None:
    assert (
        join_pages([["One sentence that", ""], ["goes on."], ["Another."]]) == "One sentence that\ngoes on.\n\nAnother."
    )


def test_numbers_in_the_text_are_no_page_numbers() -> None:
    pages = [["Project 5", "a."], ["Project 7", "b."], ["Project 8", "c."]]
    assert join_pages(pages) == "Project 5\na.\n\nProject 7\nb.\n\nProject 8\nc."


def test_a_line_that_two_of_five_pages_share_stays() -> None:
    pages = [["Same", "a."], ["Same", "b."], ["c"], ["d"], ["e"]]
    assert join_pages(pages).count("Same") == 2


# -- finding ----------------------------------------------------------------------------------------------------------


def test_a_folder_gives_its_documents_sorted_and_nothing_else(tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "sub/c.HTML", "sub/deep/d.pdf", "e.htm"]
    for name in [*names, "f.odt", "g.ttl", ".hidden.txt", ".git/h.txt", "noend"]:
        write(tmp_path, name, "text")
    assert find([tmp_path]) == sorted(tmp_path / name for name in names)
    assert tmp_path / "g.ttl" in find([tmp_path], suffixes=RDF_SUFFIXES)


def test_a_file_named_twice_comes_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "text")
    assert find([path, tmp_path, str(path), tmp_path / "." / "a.txt"]) == [path]


def test_the_folder_of_the_database_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "data/log.txt", "text")
    path = write(tmp_path, "a.txt", "text")
    monkeypatch.setenv("ONCOGRAPH_DATA", str(tmp_path / "data"))
    assert find([tmp_path]) == [path]
    assert find([tmp_path / "data"]) == [tmp_path / "data" / "log.txt"], "a folder that is named is meant"


def test_a_folder_without_documents_and_a_missing_path_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "x/a.odt", "text")
    for path, message in ((tmp_path / "x", "no document"), (tmp_path / "y", "no such file")):
        with pytest.raises(InputError, match=message) as caught:
            find([path])
        assert caught.value.place == str(path)
        assert caught.value.remedy
