"""Lets `python -m stridewell` do what `stridewell` does."""

from stridewell.cli.main import main

main()
