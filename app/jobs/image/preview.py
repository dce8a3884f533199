"""Before and after of one picture, small enough to show.

Owns: the description of a preview. Must not know: windows. The "after" is the real output, decoded again, so that what
is seen is what the encoder makes.
"""

import base64
import io
import os
from typing import Any

from PIL import Image, ImageOps

from app.jobs.base import Json, PlannedOutput, PlanRequest, Preview, Source
from app.jobs.image import run
from app.jobs.image.encode import fit
from app.jobs.image.formats import FORMATS
from app.jobs.image.plan import plan
from app.jobs.image.probe import open_as, opened
from app.jobs.image.produce import Made, make, step
from app.jobs.image.recipe import ImageRecipe, Output

MAX_SIDE = 1600  # pixels: a large screen's half
_SHOWN = Output(format="png", frames="first", metadata="none")


def preview(source: Source, recipe: ImageRecipe, request: PlanRequest) -> Preview:
    """`{"before": {…}, "outputs": [{…}]}`, each with `type`, `data` (base64), `width`, `height` (of the real picture,
    not of the shown one), `bytes`; outputs also with `format`, `path` and `warnings`. Raises JobError."""
    (planned,) = plan([source], recipe, request)
    places = planned.jobs[0].outputs
    with opened(source, request.options, recipe.upright) as file:
        picture, metadata = run.load(file, recipe, recipe.outputs)
        shown = fit(picture, _SHOWN, FORMATS["png"], file.name).first
        before = _show(shown) | {"width": file.size[0], "height": file.size[1], "bytes": source.size}
        picture = step(picture, recipe.common, recipe.outputs)
        outputs = [
            _output(make(file, picture, metadata, output), place)
            for output, place in zip(recipe.outputs, places, strict=True)
        ]
    return Preview({"before": before, "outputs": outputs})


def _output(made: Made, place: PlannedOutput) -> Json:
    with open_as(io.BytesIO(made.data), made.format) as image:
        shown = _show(ImageOps.exif_transpose(image))
    return shown | {
        "width": made.size[0],
        "height": made.size[1],
        "bytes": len(made.data),
        "format": made.format.name,
        "path": place.path,
        "name": os.path.basename(place.path),
        "warnings": [{"code": note.code, "message": note.message} for note in made.notes],
    }


def _show(image: Image.Image) -> dict[str, Any]:
    """At most MAX_SIDE a side; PNG where something is transparent, else a fine JPEG."""
    transparent = image.has_transparency_data
    image = image.convert("RGBA" if transparent else "RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BICUBIC)
    buffer = io.BytesIO()
    if transparent:
        image.save(buffer, "PNG", compress_level=1)
    else:
        image.save(buffer, "JPEG", quality=92)
    kind = "image/png" if transparent else "image/jpeg"
    return {"type": kind, "data": base64.b64encode(buffer.getvalue()).decode("ascii")}
