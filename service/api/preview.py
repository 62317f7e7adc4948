"""The small HTML page of one actor that a reconciliation client shows in a frame."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from flask import Response
from markupsafe import Markup, escape

from service.queries.matching.reconciliation import PROPERTIES

WIDTH, HEIGHT = 400, 220
STYLE = "body{font:14px/1.4 sans-serif;margin:8px}h1{font-size:18px;margin:0}p{margin:4px 0}"
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
# A page of any origin may frame it; it asks for nothing, of us or of others, and runs nothing.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)
HEAD = Markup('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>')
BODY = Markup(
    "<style>{style}</style></head><body><h1>{name}</h1><p>{kind} <code>{id}</code></p>{lines}</body></html>"
)

LINE = Markup("<p>{label}: {texts}</p>")


def page(actor: dict[str, Any]) -> Response:
    """Name, kind, other names, offices, memberships and identifiers, all of them escaped."""
    said = {
        "Official name": [actor["official_name"]] if actor["official_name"] else [],
        "Also": actor["aliases"],
        "Office": [value["str"] for value in PROPERTIES["offices"].values(actor)],
        "Part of": [other["name"] for other in actor["part_of"]],
        "Member of": [other["name"] for other in actor["member_of"]],
        "Identifiers": actor["identifiers"],
    }
    lines = Markup("").join(
        LINE.format(label=label, texts=Markup("; ").join(map(escape, texts[:8])))
        for label, texts in said.items()
        if texts
    )
    text = (HEAD + BODY).format(
        style=STYLE, name=actor["name"], kind=actor["kind"] or "actor", id=actor["id"], lines=lines
    )
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return Response(text, content_type="text/html; charset=utf-8", headers=headers)
