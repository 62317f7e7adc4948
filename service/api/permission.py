"""Who may change the graph over HTTP: whoever holds the editor's key."""

from __future__ import annotations

import hmac

from flask import current_app, request

from service.errors import Forbidden, Unauthorized


def require_editor() -> None:
    """Raises Forbidden where writing over HTTP is off, Unauthorized without the key as a bearer token."""
    key = current_app.extensions["config"].editor_key
    if not key:
        raise Forbidden("writing over HTTP is off; set COMMUNIQUE_EDITOR_KEY, or use communique load")
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), key.encode()):
        raise Unauthorized("the header Authorization: Bearer KEY, with the editor's key, is needed")
