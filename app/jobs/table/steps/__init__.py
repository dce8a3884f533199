"""The steps of table recipes. A new step is one module here and one line in `STEPS`."""

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field

from app.jobs.recipe import hide_tags
from app.jobs.table.steps.base import Step
from app.jobs.table.steps.case import Case
from app.jobs.table.steps.compute import Compute
from app.jobs.table.steps.concat import Concat
from app.jobs.table.steps.date import Date
from app.jobs.table.steps.dedupe import Dedupe
from app.jobs.table.steps.fill import Fill
from app.jobs.table.steps.filter import Filter
from app.jobs.table.steps.group import Group
from app.jobs.table.steps.guard import Guard
from app.jobs.table.steps.hash import Hash
from app.jobs.table.steps.join import Join
from app.jobs.table.steps.map import Map
from app.jobs.table.steps.number import Number
from app.jobs.table.steps.pivot import Pivot
from app.jobs.table.steps.profile import Profile
from app.jobs.table.steps.rename import Rename
from app.jobs.table.steps.repair import Repair
from app.jobs.table.steps.replace import Replace
from app.jobs.table.steps.sample import Sample
from app.jobs.table.steps.select import Drop, Select
from app.jobs.table.steps.sort import Sort
from app.jobs.table.steps.split import Split
from app.jobs.table.steps.trim import Trim
from app.jobs.table.steps.unpivot import Unpivot
from app.jobs.table.steps.validate import Validate

STEPS: dict[str, type[Step]] = {
    "select": Select,
    "drop": Drop,
    "rename": Rename,
    "filter": Filter,
    "compute": Compute,
    "replace": Replace,
    "trim": Trim,
    "case": Case,
    "fill": Fill,
    "date": Date,
    "number": Number,
    "hash": Hash,
    "map": Map,
    "dedupe": Dedupe,
    "sort": Sort,
    "validate": Validate,
    "split": Split,
    "concat": Concat,
    "join": Join,
    "group": Group,
    "pivot": Pivot,
    "unpivot": Unpivot,
    "sample": Sample,
    "repair": Repair,
    "guard": Guard,
    "profile": Profile,
}

hide_tags(*STEPS)

# One of the steps, told apart by "do". Built from the table above, so that a step is listed once.
AnyStep: Any = Annotated[reduce(or_, STEPS.values()), Field(discriminator="do")]
