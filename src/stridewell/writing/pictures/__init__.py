"""Pictures as SVG made by the program: accessible, printable, dark and light; shared by page and report.

One message each, said in the title; a text alternative says the same. Nothing here is measured or judged.
"""
