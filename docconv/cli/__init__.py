"""The command line: typer commands with rich output, the only part of docconv that prints.

Results go to standard output; progress, reports and errors to standard error. Exit codes: 0 done; 1 done with diagnostics
under --strict, or findings of `check`; 2 an error, nothing written.
"""

from __future__ import annotations

import sys

from docconv.cli.screen import screen
from docconv.errors import DocconvError


def main() -> None:
    """Run the command line and turn docconv's errors into one message and exit code 2."""
    from docconv.cli.app import app

    try:
        app(prog_name="docconv")
    except DocconvError as error:
        screen.error(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        screen.error("interrupted; no output of the letter in hand was written")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    main()
