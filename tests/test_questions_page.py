"""docs/questions.md shows what the service answers."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import httpx

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_of_questions_shows_what_the_bundled_claims_answer(served: httpx.Client) -> None:
    spec = importlib.util.spec_from_file_location("questions_page", DOCS / "questions_page.py")
    assert spec is not None
    assert spec.loader is not None
    questions = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(questions)
    assert questions.page(served) == (DOCS / "questions.md").read_text("utf-8")
