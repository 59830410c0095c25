"""Plans, verdicts and lists in the terminal: 80 columns, the same words as the page.

Everything prints to a console that the caller made (`console_on`); nothing here looks at streams or environment.
"""

from stridewell.writing.terminal.console import Detail, console_on
from stridewell.writing.terminal.exercise_list import render_exercises
from stridewell.writing.terminal.home_tests import render_home_test, render_home_tests, render_reading
from stridewell.writing.terminal.plan import render_day, render_plan
from stridewell.writing.terminal.refusal import render_impossible
from stridewell.writing.terminal.report import render_report
from stridewell.writing.terminal.violations import Judged, render_violations

__all__ = [
    "Detail",
    "Judged",
    "console_on",
    "render_day",
    "render_exercises",
    "render_home_test",
    "render_home_tests",
    "render_impossible",
    "render_plan",
    "render_reading",
    "render_report",
    "render_violations",
]
