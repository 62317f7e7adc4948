"""Anything may be sent: it is read, or refused with one fault that says why, and soon."""

from __future__ import annotations

import random
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.claims.fields import Text as TextField
from service.errors import Fault, InvalidInput
from service.extraction.text.languages import names
from service.extraction.text.texts import read_text
from tests.extraction.copied_pages import MAGAZINE, page_of

PAGE = page_of(MAGAZINE)
SENTENCE = "The minister said on Monday that the two countries had agreed to talk. "
GERMAN = (
    "Die Ministerin erklärte am Montag, dass die beiden Länder ihre Gespräche fortsetzen wollen. "
    "Ein Sprecher der Regierung lehnte eine Stellungnahme ab."
)
NOISE = bytes(random.Random(1).choices(range(256), k=4000))  # noqa: S311 - any bytes do


def fault(content: str | bytes, **options: int) -> Fault:
    with pytest.raises(InvalidInput) as refused:
        read_text(content, where="upload", **options)
    (found,) = refused.value.faults
    assert (found.where, found.pointer) == ("upload", "")
    return found


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        PAGE.encode("utf-16-be"),
        PAGE.encode("utf-32"),
        PAGE.encode("cp1252"),
        PAGE.replace(" ", " \x00"),
        PAGE.replace(" ", " \u202e\u200b\u2066"),
        PAGE.replace("a", "a\ud800"),
    ],
    ids=["utf-8", "bom", "utf-16", "le", "be", "utf-32", "cp1252", "nul", "bidi", "surrogate"],
)
def test_the_same_words_are_the_same_text(content: str | bytes) -> None:
    assert read_text(content) == read_text(PAGE)


def test_broken_utf_8_is_read_as_windows_1252() -> None:
    text = read_text(b"The caf\xe9 in Carrow was closed \x81 on Monday.").text
    assert text == "The café in Carrow was closed � on Monday."


def test_emoji_stay() -> None:
    words = "Marn 👍🏽 the plan, his office said on Monday. 🇺🇳"
    assert read_text(words).text == words


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty"),
        (b"", "is empty"),
        (" \n\t\n\u200b", "is empty"),
        ("\x00" * 100, "is empty"),
        ("1234 5678", "holds no article: every line is of a menu"),
        ("😀😀", "holds no article: every line is of a menu"),
        (
            "Type to search\n\nShare this\n\nSubscribe\n\nRead more",
            "holds no article: every line is of a menu",
        ),
        (NOISE, "is not a text but binary data"),
        (zlib.compress(NOISE), "is not a text but binary data"),
        (GERMAN, "is in German (de); only English is read"),
        ("外交部发言人周一表示，两国同意继续谈判。", "is in Chinese (zh); only English is read"),
        (
            "قال المتحدث باسم وزارة الخارجية يوم الاثنين إن البلدين اتفقا",
            "is in Arabic (ar); only English is read",
        ),
        (
            "Die Bundesregierung will die Sanktionen gegen Russland verschärfen und neue Waffen liefern.",
            "is in German (de); only English is read",
        ),
        ("Привет", "is in Russian (ru); only English is read"),
        (f"Share this\n\n{GERMAN}\n\nRELATED: Marn Leaves Carrow", "is in German (de); only English is read"),
    ],
)
def test_what_cannot_be_read_is_refused(content: str | bytes, message: str) -> None:
    assert fault(content).message == message


def test_what_is_too_large_is_refused() -> None:
    assert fault("word " * 21, largest=100).message == "is 105 characters long; 100 are allowed"
    assert fault(b"word " * 100, largest=100).message == "is 500 bytes long; 400 are allowed"
    assert fault("a line\n" * 60_000).message == "has 60000 lines; 50000 are allowed"
    assert read_text("the word " * 11, largest=99)


def test_names_are_not_taken_for_a_language() -> None:
    for name in ("João Manuel Gonçalves Lourenço of Angola", "Recep Tayyıp Erdoğan of Türkiye"):
        assert read_text(f"President Marn of Arland spoke today with President {name}.")
    assert read_text("It is said: " + "Kenya " * 11)
    assert read_text("Some 200 Peruvian troops began training in Kenya on Monday under a bilateral pact.")


def test_the_language_of_a_text_does_not_change() -> None:
    assert len({fault(GERMAN).message for _ in range(20)}) == 1


def test_every_language_has_a_name() -> None:
    import py3langid.langid

    py3langid.classify("The king left.")
    assert set(py3langid.langid.IDENTIFIER.nb_classes) == set(names())


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE * 14_000,
        "x" * 1_000_000,
        "The king " + " " * 1_000_000 + " left.",
        SENTENCE + "\n" * 1_000_000,
        "a" + "\u0301\u0327" * 500_000,
        "(" * 1_000_000,
        "“" * 1_000_000,
        "1" * 599 + "a",
        "Ab, " * 250_000,
    ],
    ids=["sentences", "word", "spaces", "line ends", "accents", "brackets", "quotes", "digits", "capitals"],
)
def test_a_megabyte_is_read_in_two_seconds(content: str) -> None:
    begun = time.process_time()
    try:
        read_text(content)
    except InvalidInput as refused:
        assert len(refused.faults) == 1
    assert time.process_time() - begun < 2


PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from([words for _, words in MAGAZINE]),
    st.sampled_from(
        ["\n", "\n\n", "\r\n", " \n ", "\x00", "\u202e", "By ", "ALSO SEE: ", "(Reuters) - ", "• ", "."]
    ),
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.lists(PIECES).map("".join), st.binary(), st.text().map(lambda text: text.encode("utf-16")))
)
def test_any_text_is_read_or_refused(content: str | bytes) -> None:
    try:
        text = read_text(content)
    except InvalidInput as refused:
        assert len(refused.faults) == 1
        return
    assert TextField(longest=2_000_000, lines=True).deserialize(text.text) == text.text
    assert read_text(text.text).text == text.text
    end = number = 0
    for block in text.blocks:
        words = text.text[block.start : block.end]
        assert end <= block.start < block.end <= len(text.text)
        assert number < block.paragraph
        assert words == words.strip()
        assert "\n\n" not in words
        end, number = block.end, block.paragraph
