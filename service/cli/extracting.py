"""The command that reads articles: text in, proposed claims out."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli.running import config_of, say
from service.extraction.llm.model_server import door_of

# As in service.extraction.spreading, which takes seconds to import.
FORMS = ("claims", "plover", "quotations")


@click.command("extract")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; else standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="claims",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--processes",
    "number",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes to share the work.",
)
@click.option("--scheduler", "address", help="Address of a Dask scheduler whose workers do the work, tcp://…")
@click.option("--skip-invalid", is_flag=True, help="Leave out what cannot be read, and say what.")
@click.option("--url", help="Address of the article, for a text or HTML file.")
@click.option("--outlet", help="Its outlet, for a text or HTML file.")
@click.option("--published-on", help="Its day of publication (ISO), for a text or HTML file; else today.")
@click.pass_context
def extract_command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: Path | None,
    form: str,
    number: int,
    address: str | None,
    skip_invalid: bool,
    url: str | None,
    outlet: str | None,
    published_on: str | None,
) -> None:
    """Read articles FILES (.txt, .html, .jsonl, also .gz; - for JSON Lines) and write the claims they make.

    \b
    communique extract article.txt --published-on 2024-05-16 -o claims.jsonl
    communique extract articles.jsonl --format plover --processes 2 > events.jsonl
    communique extract page.html | communique load -
    """
    # The parser takes seconds to import, and no other command needs it.
    from service.cli.reading import Reading, read_documents, write  # noqa: PLC0415

    about = {"url": url, "outlet": outlet, "published_on": published_on}
    how = Reading(form, door_of(config_of(ctx)), number, address)
    documents = read_documents(files, about, skip_invalid)
    count = write(documents, output, how)
    say(f"{len(documents)} articles read, {count} lines written")


COMMANDS = (extract_command,)
