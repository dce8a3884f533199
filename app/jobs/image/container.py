"""What the containers of pictures have in common when their metadata is exchanged around the very same pixels.

Owns: the exception. Must not know: any container. (`jpeg.py`, `png.py`, `webp.py`, `gif.py`, `isobmff.py` and `tiff.py`
each own one, with a function `rewrite`.)
"""


class ContainerProblem(ValueError):
    """Not the parts that were expected: the file ends too early, or holds what this program cannot take apart."""
