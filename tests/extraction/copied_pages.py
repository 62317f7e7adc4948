"""Articles as people copy them from news pages, in our own words: every name, place and event is invented."""

from __future__ import annotations

# What each paragraph is, and its words; None marks what is of the page and not of the article.
Expected = list[tuple[str | None, str]]

MAGAZINE: Expected = [
    (None, "Type to search"),
    ("title", "Arland and Borland Denounce the Ostran Bloc, Urge Talks on Veria"),
    (
        "standfirst",
        "A declaration by the two presidents said that talks on Veria were the “only road” and that neither"
        " country wanted the fighting to go on",
    ),
    ("caption", "The presidents of Arland and Borland agreed on everything (Corvin image, June 3, 2031)."),
    (
        "body",
        "Arland’s president Odo Marn praised his host on Tuesday. And the host, Borland’s president Isa Tarn,"
        " now backs his plan for Veria.",
    ),
    (
        "body",
        "The two reviewed a guard of honour outside the Hall of Reeds in Carrow.  They signed a paper later.",
    ),
    ("related_link", "ALSO SEE: Ostra to Tax Borland’s Electric Ferries Over Safety"),
    ("body", "“Our friendship was hard to build, and we must look after it,” Tarn told Marn."),
    ("heading", "A challenge to the Ostran Bloc"),
    ("body", "Arland, short of money, and Borland, short of friends, have found that they need each other."),
    ("body", "Ostra calls Borland its rival. It has called Marn a “bully” and even a “madman”."),
    ("heading", "Push for talks on Veria"),
    ("body", "It was not clear if Marn would travel on."),
    ("bio", "  • Reuters with additional editing by Rada Sool"),
    ("related_link", "Arland-Borland Trade ‘Goes by Night’ as Banks Step Back"),
    ("related_link", "Ostra Warns Borland: Good Terms at Risk, if You Arm Arland"),
    ("related_link", "Trade With Arland Hit $24 Billion in 2030, Borland Says"),
    ("related_link", "Borland’s Loans to Arland Tripled Since the War – CT"),
    ("bio", "Rada Sool"),
    ("bio", "Rada Sool is a Lunnish journalist based in Carrow since 2009. She worked for the Lunn Herald."),
    (None, "CT Bond Index"),
]

WIRE: Expected = [
    (None, "Skip to content"),
    (None, "WORLD  LUNN  POLITICS  SPORTS"),
    (None, "Home > World > Europe"),
    ("title", "Arland says it will not talk to Borland until troops leave"),
    ("bio", "By Lena Ferro and Tom Okafor, Diplomatic Staff"),
    (None, "Updated 10:42 AM EDT, June 3, 2031"),
    (None, "Share"),
    (None, "We use cookies to improve your experience."),
    ("caption", "FILE - President Odo Marn speaks in Carrow, June 1, 2031. (AP Photo/Ida Kell, File)"),
    ("body", "CARROW, Arland (AP) — President Odo Marn said Tuesday that there was nothing to discuss."),
    (None, "ADVERTISEMENT"),
    ("body", "Borland’s foreign ministry said:"),
    ("body", "“We reject these words.”"),
    ("heading", "What happens next"),
    ("body", "By Thursday, the ministry had recalled its envoy."),
    ("body", "• Withdrawal of heavy weapons"),
    ("body", "• Exchange of prisoners"),
    (None, "Related Stories"),
    ("related_link", "Borland Votes on New Budget"),
    ("related_link", "How farmers live through a dry summer"),
    ("body", "Neither side gave a date."),
    (None, "___"),
    ("bio", "Associated Press writer Ida Kell in Port Selm contributed to this report."),
    (None, "Latest on the budget"),
    ("related_link", "Storm closes schools along the coast"),
    (None, "Sign up for our daily newsletter"),
    (None, "© 2031 The Fictional Post. All Rights Reserved."),
]


def page_of(expected: Expected, between: str = "\n\n") -> str:
    """The page as copied."""
    return between.join(words for _, words in expected)
