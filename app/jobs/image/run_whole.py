"""The one job that all inputs of a batch become.

Owns: which maker does it and what is said of the result. Must not know: how.
"""

from app.jobs.base import JobContext, Result
from app.jobs.image.fast.memory import keep_freed
from app.jobs.image.join import to_pdf, to_tiff
from app.jobs.image.recipe import ImageRecipe
from app.jobs.image.sheet import sheet
from app.jobs.image.together import Inputs
from app.jobs.image.whole import ContactSheet, Join
from app.jobs.output import check_planned


def run_whole(context: JobContext) -> Result:
    """Do the job; see `JobKind.run`. Raises JobError."""
    keep_freed()
    check_planned(context.outputs, context.source.path)
    recipe: ImageRecipe = context.recipe
    inputs = Inputs(context, recipe)
    match recipe.whole, recipe.outputs[0]:
        case ContactSheet() as step, output:
            path, size = sheet(context, step, output, inputs)
        case Join(format="pdf"), output:
            path, size = to_pdf(context, output, inputs)
        case _, output:
            path, size = to_tiff(context, output, inputs)
    left = f", {len(inputs.bad)} left out" if inputs.bad else ""
    note = f"{inputs.used} {'picture' if inputs.used == 1 else 'pictures'} in one file{left}"
    return Result(outputs=(path,), bytes_out=size, note=note)
