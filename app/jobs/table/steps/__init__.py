"""The steps of table recipes. A new step is one module here and one line in `STEPS`."""

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field

from app.jobs.recipe import hide_tags
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.case import Case
from app.jobs.table.steps.compute import Compute
from app.jobs.table.steps.dedupe import Dedupe
from app.jobs.table.steps.filter import Filter
from app.jobs.table.steps.rename import Rename
from app.jobs.table.steps.replace import Replace
from app.jobs.table.steps.select import Drop, Select
from app.jobs.table.steps.sort import Sort
from app.jobs.table.steps.trim import Trim

STEPS: dict[str, type[Step]] = {
    "select": Select,
    "drop": Drop,
    "rename": Rename,
    "filter": Filter,
    "compute": Compute,
    "replace": Replace,
    "trim": Trim,
    "case": Case,
    "dedupe": Dedupe,
    "sort": Sort,
}

hide_tags(*STEPS)

# One of the steps, told apart by "do". Built from the table above, so that a step is listed once.
AnyStep: Any = Annotated[reduce(or_, STEPS.values()), Field(discriminator="do")]
