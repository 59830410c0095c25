"""Writes the lock files: exact versions with hashes, for every platform, free of any host name.

`uv` must be installed beside (`pip install uv`); it is needed for nothing else. The rest of the build only reads what
this writes.
"""

from __future__ import annotations

import subprocess
import sys

LOCKS = {
    "requirements.lock": ("--group", "build"),
    "requirements-dev.lock": ("--group", "build", "--group", "test", "--group", "check"),
    "requirements-bench.lock": ("--group", "build", "--group", "test", "--group", "bench"),
    "requirements-browser.lock": ("--group", "build", "--group", "test", "--group", "check", "--group", "browser"),
}
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--quiet", "--upgrade", "--custom-compile-command", "make lock"),
)


def main() -> int:
    """Write every lock file; stop at the first that cannot be written."""
    for name, groups in LOCKS.items():
        code = subprocess.run([*COMPILE, *groups, "--output-file", name], check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
