"""Quicker codecs, each in an optional package: where one is missing or unfit, Pillow does the same work.

One module a package, plus `memory`. Each tries its package once a process, on a small picture, before it trusts it. Of
their answers only Pillow images leave this folder, and the fact that a JPEG is damaged, which Pillow does not tell.
Must not know: recipes, steps, outputs.
"""
