"""HTML pages: the article's text and what the page says of it; anything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.extraction.text.pages import is_page, read_page
from service.extraction.text.texts import read_text

PARAGRAPHS = (
    "CARROW, June 3 (Reuters) - The presidents of Arland and Borland met on Tuesday and signed a declaration"
    " about the war in Veria, their offices said.",
    "Nothing else was agreed, but many words were exchanged over dinner, an official said, and all left.",
    "The two countries have been allies for ten years, and their trade has doubled since, the figures show.",
)
HTML = f"""<!DOCTYPE html>
<html lang="en"><head><title>Marn and Tarn Meet | Fictional Times</title>
<meta property="og:site_name" content="Fictional Times">
<meta property="og:title" content="Marn and Tarn Meet"><meta name="author" content="Rada Sool">
<meta property="article:published_time" content="2023-06-03T08:00:00Z">
<link rel="canonical" href="https://news.example/marn-and-tarn">
<script>var tracking = "secret script";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Marn and Tarn Meet</h1><p>{PARAGRAPHS[0]}</p><script>alert("secret script")</script>
<h2>What was agreed</h2><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>
<footer>© 2023 Fictional Times</footer></body></html>"""


@pytest.mark.parametrize(
    "content", [HTML, HTML.encode(), HTML.encode("utf-8-sig")], ids=["text", "bytes", "bom"]
)
def test_a_page_gives_its_article_and_what_it_says_of_it(content: str | bytes) -> None:
    page = read_page(content)
    assert (page.title, page.published_on) == ("Marn and Tarn Meet", "2023-06-03")
    assert (page.author, page.outlet) == ("Rada Sool", "Fictional Times")
    assert page.url == "https://news.example/marn-and-tarn"
    assert page.text == "\n\n".join(["Marn and Tarn Meet", PARAGRAPHS[0], "What was agreed", *PARAGRAPHS[1:]])


def test_the_text_of_a_page_is_a_text() -> None:
    text = read_text(read_page(HTML).text)
    sections = [(block.section, block.heading) for block in text.blocks]
    assert sections == [("title", False), ("body", False), ("body", True), ("body", False), ("body", False)]
    assert text.credits == ("Reuters",)


def test_a_title_that_only_the_head_has_is_put_first() -> None:
    assert read_page(HTML.replace("<h1>Marn and Tarn Meet</h1>", "")).text.startswith(
        "Marn and Tarn Meet\n\nCARROW"
    )


def test_a_page_that_says_nothing_of_itself() -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    page = read_page(f"<html><body>{body}</body></html>")
    assert (page.title, page.published_on, page.author, page.outlet, page.url) == (None,) * 5
    assert page.text == "\n\n".join(PARAGRAPHS)


def test_pages_are_known_by_their_beginning() -> None:
    pages: list[str | bytes] = [
        HTML,
        HTML.encode(),
        HTML.encode("utf-16"),
        HTML.encode("utf-8-sig"),
        "<!-- a note -->\n<HTML>",
    ]
    assert all(is_page(content) for content in pages)
    others: list[str | bytes] = ["", b"", "The king left.", "Marn <html>", "{}", b"\xff\xd8\xff"]
    assert not any(is_page(content) for content in others)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no article"),
        (b"\x00\xff\xfe" * 100, "holds no article"),
        ("<html><script>alert(1)</script></html>", "holds no article"),
        ("<html><body><p" + " a=1" * 1000 + ">", "has a tag with 1000 attributes; 500 are allowed"),
        ("<html><body>" + "<p>" * 50_000, "has 50002 tags; 40000 are allowed"),
    ],
)
def test_what_holds_no_article_is_refused(content: str | bytes, message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_page(content, where="upload")
    assert [(each.where, each.pointer, each.message) for each in refused.value.faults] == [
        ("upload", "", message)
    ]


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not a text that can be read") as refused:
        read_page(HTML, largest=100)
    assert refused.value.faults[0].message.endswith("300 are allowed")


MARKUP = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<table>", "<td>", "<script>", "<!--", "-->", "&#0;", "<a href=", "<h1>"]
        ),
        st.sampled_from(
            ["<title>", "<meta name='date' content='", "'>", "<time datetime='9999-99-99'>", *PARAGRAPHS]
        ),
    )
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKUP, MARKUP.map(lambda text: text.encode("utf-8", "replace")), st.binary()))
def test_any_page_is_read_or_refused(content: str | bytes) -> None:
    try:
        page = read_page(content)
    except InvalidInput as refused:
        assert len(refused.faults) == 1
        return
    assert page.text.strip()
