"""Questions about articles: which are on record, and what each claims."""

from __future__ import annotations

from marshmallow import Schema, fields

from service.claims.fields import Term
from service.queries.arguments import Counting, FirstDay, LastDay, Page, id_of, path_id, search
from service.queries.contract import Query


class ArticleFilter(Page, Counting):
    """Which articles, and which of their claims to count."""

    from_ = FirstDay(
        data_key="from", load_default=None, metadata={"description": "Published on this day or later."}
    )
    to = LastDay(load_default=None, metadata={"description": "Published on this day or earlier."})
    q = search("title", description="Words of the title.")
    outlet = id_of("Outlet", description="Outlet that published it.")


class ArticleId(Counting):
    """Which article, and which of its claims to show."""

    id = path_id("Publication")


class ArticleBase(Schema):
    """An article as its newest revision on record has it."""

    id = fields.String()
    title = fields.String()
    url = fields.String()
    published_on = fields.String()
    author = fields.String(allow_none=True)
    language = fields.String(allow_none=True)
    outlet = fields.String()
    credits = fields.List(fields.String())
    retracted_at = fields.String(allow_none=True)


class ArticleRow(ArticleBase):
    """An article with the number of its counting claims."""

    claims = fields.Integer()


class PassageRow(Schema):
    """A claim and where in the article it stands."""

    id = fields.String()
    kind = Term("claim_kinds")
    summary = fields.String(allow_none=True)
    affirmed = fields.Boolean()
    modality = Term("modalities")
    fact = fields.String()
    speakers = fields.List(fields.String())
    section = Term("evidence_sections")
    paragraph = fields.Integer()
    sentence = fields.Integer()
    start = fields.Integer()
    end = fields.Integer()


class ArticleDetail(ArticleBase):
    """An article with its revisions, oldest first, and its counting claims in the order of the text."""

    sha256 = fields.String()
    text_stored = fields.Boolean()
    revisions = fields.List(fields.String())
    claims = fields.List(fields.Nested(PassageRow))


LIST = Query("articles/list", ArticleFilter, ArticleRow, ("published_on", "id"))
DETAIL = Query("articles/detail", ArticleId, ArticleDetail)
