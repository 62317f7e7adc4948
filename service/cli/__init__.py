"""The command `communique`: settings from flags, one subcommand for each thing that a person does."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from service.cli import asking, editing, engine, explaining, exporting, extracting, serving
from service.cli.running import said
from service.errors import CommuniqueError


class Group(click.Group):
    """A group that shows our errors as they are: what happened, where, what is allowed; never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; exit 1 for refused input, 3 for an unusable database."""
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            said(error)
            sys.exit(error.exit_code)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", type=click.Path(path_type=Path), help="Folder of the embedded engine.")
@click.pass_context
def main(ctx: click.Context, data_dir: Path | None) -> None:
    """Who did and said what to whom, traceable to the sentence.

    \b
    communique serve --demo            serve the bundled claims on http://127.0.0.1:8000
    communique extract article.txt     read an article: text in, proposed claims out
    communique load claims.jsonl       load a claims file
    communique ask stances/list holder=chn target=usa

    Exit codes: 0 done, 1 refused input, 2 usage, 3 engine.
    """
    ctx.obj = {"data_dir": data_dir}


for command in (
    *serving.COMMANDS,
    *extracting.COMMANDS,
    *explaining.COMMANDS,
    *editing.COMMANDS,
    *asking.COMMANDS,
    *exporting.COMMANDS,
    *engine.COMMANDS,
):
    main.add_command(command)
