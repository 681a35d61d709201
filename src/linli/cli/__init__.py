"""The operators' door: `linli demo | new | serve | work | check | backup | restore | bench`."""

import typer

app = typer.Typer(no_args_is_help=True, help="Linli: a neighbourhood's public life.")


def main() -> None:
    """Entry point of the `linli` command."""
    app()
