"""Step `repair`: rows that do not fit the header are made to fit. It stands first, for it sees what reading rejects."""

from typing import Literal

from pydantic import Field, model_validator

from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound, Each, Mend, RowReject
from app.jobs.table.steps.base import Step
from app.jobs.tabular.values import Record


class Repair(Step):
    """`pad`: empty cells for those that are missing. `truncate`: cells beyond the header are cut off.
    `trailing_delimiter`: an empty cell behind the last one goes, from the header too. `repeated_headers`: rows that are
    the header again (of files put together) are removed.
    """

    do: Literal["repair"]
    pad: bool = Field(default=False, description="Fill short rows with empty cells")
    truncate: bool = Field(default=False, description="Cut long rows, whatever stands there")
    trailing_delimiter: bool = Field(default=False, description="Drop an empty cell at the end of rows")
    repeated_headers: bool = Field(default=False, description="Remove rows that repeat the header")

    @model_validator(mode="after")
    def _something(self) -> "Repair":
        if not (self.pad or self.truncate or self.trailing_delimiter or self.repeated_headers):
            raise ValueError('repair needs one of "pad", "truncate", "trailing_delimiter", "repeated_headers"')
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`."""
        cut = self.trailing_delimiter and len(columns.titles) > 1 and not columns.titles[-1] and any(columns.titles)
        kept = columns.pick(range(len(columns.names) - 1)) if cut else columns
        return Bound(kept, self._each(columns, cut), mend=self._mend(len(columns.names), cut))

    def _mend(self, width: int, cut: bool) -> Mend:
        def mend(record: Record) -> None:
            if record.problem is None or record.problem.code != "COLUMNS_DIFFER":
                return
            cells, missing = record.cells, width - len(record.cells)
            if missing > 0 and (self.pad or (cut and missing == 1)):
                record.cells = cells + [""] * missing
            elif missing < 0 and (self.truncate or (self.trailing_delimiter and not any(cells[width:]))):
                record.cells = cells[:width]
            else:
                return
            record.problem = None

        return mend

    def _each(self, columns: Columns, cut: bool) -> Each:
        header = list(columns.titles) if self.repeated_headers and any(columns.titles) else None

        def each(cells: list[str]) -> list[str] | None:
            if cells == header:
                return None
            if cut:
                if cells[-1]:
                    raise RowReject(
                        "COLUMNS_DIFFER", "a cell stands behind the last delimiter", columns.names[-1], cells[-1]
                    )
                return cells[:-1]
            return cells

        return each
