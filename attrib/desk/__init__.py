"""The desk: a local page on which a draft is pasted or dropped, and its report stands beside it while it is written.

`app` answers the browser and refuses what does not come from the page itself, `work` reads and checks a draft in a
process that can be stopped, `page/` is what the browser shows. Nothing of a draft is written anywhere.
"""
