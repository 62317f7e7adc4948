"""Tells the furniture of a news page (menus, links, credits, captions) from the article's own words."""

from __future__ import annotations

import re
from enum import Enum, auto

from service.extraction.text.headlines import headline_like, length, stopped, title_case
from service.extraction.word_lists import word_lists


class Kind(Enum):
    """What a paragraph looks like, wherever it stands."""

    RULE = auto()
    MENU = auto()
    DATE = auto()
    LABEL = auto()
    RELATED = auto()
    CAPTION = auto()
    CREDITED = auto()
    CREDIT = auto()
    BYLINE = auto()
    LINE = auto()
    PROSE = auto()


# A line of these kinds is no part of a longer paragraph.
ALONE = frozenset(
    {Kind.RULE, Kind.MENU, Kind.DATE, Kind.LABEL, Kind.RELATED, Kind.CAPTION, Kind.CREDIT, Kind.BYLINE}
)
# Longer, and it is prose, whatever it begins with.
_LONGEST = 600
# The share of menu entries that makes a line a menu.
_MOSTLY = 0.6
_LISTS = word_lists("text", "furniture.toml")
_MENUS = _LISTS["menus"]
_LABELS = _LISTS["labels"]
_NAMES = "|".join(sorted(map(re.escape, _LISTS["agencies"]), key=len, reverse=True))
AGENCY = re.compile(rf"(?<![\w-])(?:{_NAMES})(?![\w-])")
_EDGES = " \t\xa0•·|:>»›→…*-–—+.!?#[]()"

# Of a line of at most 20 words: prose may begin like these, but not be as short.
_MENU = re.compile(
    r"""(?ix: (?:we|(?:this|our)\ (?:web)?site)\ (?:and\ our\ partners\ )?uses?\ cookies
    | (?:sign\ up|subscribe|register)\ (?:for|to|now|here|today|with|and)\b.*
        \b(?:newsletters?|e-?mails?|inbox|alerts|channel|briefing|updates|account|app|daily|free|our|us)\b
    | get\ (?:the|our|all)\b.*\b(?:newsletter|inbox|e-?mail|app|alerts)\b
    | enter\ your\ e-?mail | your\ e-?mail\ address\ will\ not | download\ (?:the|our)\ .*\bapp\b
    | (?:follow|find|join|like)\ us\ on\b | share\ (?:this|on|via)\b.{0,40}$ | click\ (?:here|to)\b
    | (?:©|\(c\)\ ?\d|copyright\b.{0,3}(?:\d|©|\(c\))) | .*\ball\ rights\ reserved\.?$
    | (?:please\ )?(?:enable|turn\ on)\ javascript | javascript\ is\ (?:disabled|required)
    | \d+\s*(?:comments?|shares?|views?|likes?)$ | (?:add|leave|post)\ (?:a|your)\ comment
    | (?:est\.?\ )?(?:reading\ time\b.{0,20}|\d+\s*-?\s*min(?:ute)?s?\ read)$
    | (?:tags?|topics?|filed\ under|categories|category|posted\ in)\s*: | you\ have\ \d+\ free\ articles?)"""
)
# Of any line that is short enough to be no paragraph.
_NOTICE = re.compile(
    r"""(?ix: .*\b(?:we|(?:this|our)\ (?:web)?site)\ (?:and\ our\ partners\ )?uses?\ cookies\b
    | by\ (?:continuing|using|clicking|signing\ up|subscribing)\b.*
        (?:\byou\ (?:agree|accept|consent)\b|\bcookies\b|\bour\ (?:terms|privacy)\b)
    | (?:except\ for\ the\ headline,\ )?this\ (?:story|article|report)\ (?:has\ not\ been\ edited
        | (?:was\ )?(?:originally|first)\ (?:published|appeared)
        | is\ (?:auto-?generated|published\ from))\b )"""
)
_ROW = 200
_GAP = re.compile(r"[ \t\xa0]{2,}|\t")
_ENTRY = re.compile(r"[^\W\d][^\s.!?:;,]*(?: [^\s.!?:;,]+){0,2}")
_TRAIL = re.compile(r"[^|>»/›]{1,40}(?:\s[|>»/›]\s[^|>»/›]{1,40}){2,}$")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATED = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    rf"|{_MONTH}|at|on|[ap]\.?m\.?|gmt|utc|[a-z]{{1,3}}t"
    r"|\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d\d(?:[ap]m)?"
)
_AGE = re.compile(
    r"(?i:(?:first |last )?(?:published|updated|posted|modified)\b.*\d"
    r"|\d+ (?:min(?:ute)?|hour|day|week|month)s? ago$)"
)
_SHOUTED = re.compile(r"(?:ALSO SEE|SEE ALSO|ALSO READ|READ ALSO|READ MORE|RELATED)\s+\S")
# "Latest on the trade war", "More from Africa": above a list of other articles.
_LABEL = re.compile(r"(?i:(?:latest|more|read more|news|stories|coverage)\s+(?:on|from|about)\s)[^.!?:,]+$")
_PICTURE = (
    "(?:(?:file|archive|handout) )?"
    "(?:image|photo|picture|photograph|pic|screenshot|screengrab|illustration)s?(?: credit)?"
)
_CAPTION = re.compile(
    r"(?:[\w ]{2,20} via )?Getty Images [A-Z]"
    rf"|(?i:(?:{_PICTURE}|caption) ?(?::|/|by (?-i:[A-Z])|courtesy)|file (?:photo|-|–|—))"
    rf"|.*(?i:[(\[][^()\[\]]{{0,80}}\b{_PICTURE}\b[^()\[\]]{{0,80}}[)\]]"
    rf"|\b{_PICTURE}: ?(?-i:[A-Z])[^:.]{{1,60}})\.?$"
    r"|.*\b(?:REUTERS|AP Photo|AFP|Getty Images|EPA|EPA-EFE)/[A-Z][\w .'’/-]{2,60}[)\]]?\.?$"
    r"|.*\b(?:Getty Images|AP Photo)[)\]]?\.?$"
)
_CREDITED = re.compile(rf".*[(\[](?:[\w ]{{1,30}}[/,] ?)?(?:{_NAMES})(?:, [\w ,]{{1,30}})?[)\]]\.?$")
_CREDIT = re.compile(
    rf"(?:{_NAMES})(?:(?:\s*[/,&+|]\s*|\s+and\s+)(?:{_NAMES}|[a-z]+))*"
    r"(?:,? with (?:additional|further|extra|other)?\b.{0,120})?$"
    r"|(?i:source|credits?)\s*: ?.{2,60}$"
    r"|.{0,120}\bcontributed (?:reporting\b|to this (?:report|article|story)\.?$)"
)
_WORK = "(?:reporting|writing|editing|reported|written|edited|compiled|translated|inputs?)"
_WORKED = re.compile(
    rf"(?i:(?:with )?(?:(?:additional|further|extra) )?{_WORK}(?:,? (?:and )?{_WORK})? (?:by|from))"
    r" (?:[A-Z]|(?:agenc|our |staff|wire))"
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Author:|Story by|Text by)\s"
    r"(?P<name>[A-Z].*?)(?:,? (?:in|for|at) [A-Z].*|[,/|].*)?$"
)


def kind_of(words: str) -> Kind:
    """What these words, on one line, look like."""
    if len(words) > _LONGEST:
        return Kind.PROSE
    if not any(map(str.isalpha, words)):
        return Kind.RULE
    core = words.strip(_EDGES)
    for kind, fits in _TESTS:
        if fits(words, core):
            return kind
    return Kind.LINE if headline_like(words) else Kind.PROSE


def is_spread(line: str) -> bool:
    """ "Caucasus   Central Asia   Podcasts": whether short entries stand in a row, gaps between them."""
    entries = _GAP.split(line.strip()) if len(line) <= _ROW else []
    return len(entries) > 2 and all(_ENTRY.fullmatch(entry) for entry in entries)


def byline_name(words: str) -> str | None:
    """The name in a byline, without the place, paper or post behind it."""
    found = _BYLINE.match(words.strip(_EDGES))
    return None if found is None else found["name"]


def agencies_of(words: str) -> list[str]:
    """The agencies that these words name, in order."""
    return AGENCY.findall(words)


def _menu(words: str, core: str) -> bool:
    if (core.lower() in _MENUS and not words.endswith(".")) or _is_row(core):
        return True
    short = length(words) <= 20 and _MENU.match(core) is not None
    return short or _NOTICE.match(core) is not None or _TRAIL.match(words) is not None


def _is_row(core: str) -> bool:
    """ "WORLD  POLITICS  SPORTS": a row of menu entries, not all of which are known."""
    entries = [entry.strip(_EDGES).lower() for entry in core.split()]
    known = sum(entry in _MENUS for entry in entries)
    return len(entries) > 2 and known >= _MOSTLY * len(entries)


def _date(words: str, core: str) -> bool:
    """Every word of it belongs to a date or time, or it says when the page was published."""
    if length(words) > 14 or not any(map(str.isdigit, words)):
        return False
    dated = all(_DATED.fullmatch(part) for part in re.split(r"[ ,|/•·()-]+", core.lower()))
    return dated or (_AGE.match(core) is not None and not stopped(words))


def _label(words: str, core: str) -> bool:
    return core.lower() in _LABELS or (length(words) <= 6 and _LABEL.match(core) is not None)


def _related(words: str, core: str) -> bool:
    head, _, link = core.replace("：", ":").replace("»", ":").replace(" | ", ":").partition(":")
    named = bool(link.strip()) and head.strip().lower() in _LABELS
    return named or _SHOUTED.match(core) is not None


def _credit(words: str, core: str) -> bool:
    """Who wrote it; a sentence about reporting by others ends with a stop and is longer."""
    if length(words) > 60:
        return False
    noted = not stopped(words) or words.startswith("(") or ";" in words or length(words) <= 12
    return _CREDIT.match(core.lstrip("© ")) is not None or (noted and _WORKED.match(core) is not None)


def _byline(words: str, core: str) -> bool:
    return length(words) <= 14 and _BYLINE.match(core) is not None and title_case(core)


def _caption(words: str, core: str) -> bool:
    return length(words) <= 90 and _CAPTION.match(words) is not None


def _credited(words: str, core: str) -> bool:
    return length(words) <= 60 and _CREDITED.match(words) is not None


# The first that fits decides.
_TESTS = (
    (Kind.BYLINE, _byline),
    (Kind.CREDIT, _credit),
    (Kind.MENU, _menu),
    (Kind.DATE, _date),
    (Kind.LABEL, _label),
    (Kind.RELATED, _related),
    (Kind.CAPTION, _caption),
    (Kind.CREDITED, _credited),
)
