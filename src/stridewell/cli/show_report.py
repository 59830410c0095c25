"""Shows a made report where it was asked for: terminal, JSON, page."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from stridewell.cli.output import write_all
from stridewell.cli.session import VOICE
from stridewell.cli.terminal import terminal

if TYPE_CHECKING:
    from stridewell.usecases.discovering import MadeReport


def show_report(made: MadeReport, *, places: Mapping[str, str]) -> None:
    """Write the outputs that were asked for (option to place), or the report to the terminal where none was.

    Beside outputs the first notices go to stderr; the terminal's report holds them itself.
    """
    from stridewell import wiring
    from stridewell.usecases import showing

    shown = showing.ShownReport(report=made.report, knowledge=wiring.knowledge(), runner=made.runner)
    makers = {"--json": showing.report_as_json, "--html": showing.report_as_page}
    if not places:
        sys.stdout.write(showing.report_as_text(shown, terminal(sys.stdout)))
        return
    for line in showing.notices_as_lines(made.report.discovery.notices, VOICE.loudness):
        VOICE.note(line)
    write_all({place: makers[option](shown) for option, place in places.items()})
