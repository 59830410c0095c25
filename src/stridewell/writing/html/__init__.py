"""The plan as one page that needs nothing else: no network, no script, printable, dark and light."""

from stridewell.writing.html.page import plan_to_html

__all__ = ["plan_to_html"]
