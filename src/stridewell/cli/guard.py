"""Turns what can go wrong into exit codes and one clear line each (SPEC 6.4 and 7); never a traceback unasked.

======  ==========================================================================
0       done
1       `check` found a broken must
2       bad input or usage
3       no plan is possible, or a red flag forbids one
70      a fault of the program, with a line that says how to report it
130     stopped with Ctrl-C
======  ==========================================================================
"""

from __future__ import annotations

import errno
import functools
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec, TypeVar

import typer

from stridewell.cli.session import VOICE
from stridewell.cli.streams import leave_stdout

_P = ParamSpec("_P")
_R = TypeVar("_R")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    MUST_BROKEN = 1
    BAD_INPUT = 2
    IMPOSSIBLE = 3
    OWN_FAULT = 70
    STOPPED = 130


def guarded(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """A command whose errors become exit codes."""

    @functools.wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        from stridewell.usecases.bad_input import BadInput

        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
        except BadInput as error:
            VOICE.fault(str(error))
            raise typer.Exit(ExitCode.BAD_INPUT) from None
        except BrokenPipeError:
            leave_stdout()
            raise typer.Exit(ExitCode.DONE) from None
        except KeyboardInterrupt:
            VOICE.fault("stopped; nothing was written")
            raise typer.Exit(ExitCode.STOPPED) from None
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except MemoryError:
            VOICE.fault("stridewell: not enough memory for this; give it fewer or smaller files")
            raise typer.Exit(ExitCode.BAD_INPUT) from None
        except OSError as error:
            raise typer.Exit(output_lost(error) or _own_fault(error)) from None
        except Exception as error:  # noqa: BLE001 - the outermost place: said in one line, and the call ends
            raise typer.Exit(_own_fault(error)) from None
        return result

    return run


def output_lost(error: OSError) -> ExitCode | None:
    """Say that stdout takes nothing more and answer how to end; None where the error was about something else.

    Every file that is written has its own words for that, and its name in the error.
    """
    if error.errno not in _NO_ROOM or error.filename is not None:
        return None
    leave_stdout()
    VOICE.fault(f"stdout: cannot be written ({error.strerror})")
    return ExitCode.BAD_INPUT


def _own_fault(error: Exception) -> ExitCode:
    if VOICE.loudness == "verbose":
        VOICE.fault("".join(traceback.format_exception(error)).rstrip())
    said = " ".join(str(error).split())
    VOICE.fault(
        f"stridewell: this should not have happened ({type(error).__name__}: {said}); please report it, together with "
        "what --verbose prints and the file you used"
    )
    return ExitCode.OWN_FAULT
