"""Questions about articles: which are on record, and what each claims."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.queries.arguments import ById, Page, id_of, search
from service.queries.contract import Query


class ArticleFilter(Page):
    """Which articles."""

    q = search("Words of the title.")
    outlet = id_of("Outlet", description="Outlet that published it.")


class ArticleBase(Schema):
    """An article."""

    id = fields.String()
    title = fields.String(allow_none=True)
    url = fields.String(allow_none=True)
    published_on = fields.String(allow_none=True)
    author = fields.String(allow_none=True)
    outlet = fields.String(allow_none=True)
    credits = fields.List(fields.String())
    retracted_at = fields.String(allow_none=True)


class ArticleRow(ArticleBase):
    """An article with the number of its claims."""

    claims = fields.Integer()


class ArticleDetail(ArticleBase):
    """An article with its revisions, oldest first, and its claims in the order of the text."""

    sha256 = fields.String(allow_none=True)
    revisions = fields.List(fields.String())
    claims = fields.List(fields.String())


LIST = Query("articles/list", ArticleFilter, ArticleRow, ("published_on", "id"))
DETAIL = Query("articles/detail", ById, ArticleDetail)
