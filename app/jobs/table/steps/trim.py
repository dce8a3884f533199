"""Step `trim`: spaces at both ends of cells, of every kind that Unicode knows."""

from typing import Literal

from pydantic import Field

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.table.steps.cells import on_cells

# Characters that take no room: zero-width space, joiners, word joiner, byte order mark, soft hyphen.
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SPACES = "".join(chr(c) for c in range(0x3001) if chr(c).isspace())


class Trim(Step):
    """Take spaces (and with `zero_width` invisible characters) off both ends."""

    do: Literal["trim"]
    columns: NamesOrAll
    zero_width: bool = Field(default=False, description="Also characters that take no room")

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        if not self.zero_width:
            return on_cells(columns, self.columns, str.strip)
        both = _SPACES + ZERO_WIDTH
        return on_cells(columns, self.columns, lambda cell: cell.strip(both))
