"""The editor's report: a page that shows a bulletin as set text, every claim by what carries it, with its sources.

What the page says is computed as frozen values (`bulletin`, `settext`, `cards`, `charts`, `trends`), laid out
(`drawing`), and only then written (`pages`, with the templates of `page/`). `writers/` holds one module an ending.
"""
