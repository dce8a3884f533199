"""How wide the columns of the queue table are, by the room there is. Pure arithmetic.

Source of the rules: the width table of the window's design. Detail has priority: before it falls under 260 px, Name
shrinks to 150, Size shows only the result (84), the saved percent and then Time go.
"""

from dataclasses import dataclass

from app.window.queue.model import Column

DETAIL_MIN = 260
STATE_WIDTH = {False: 128, True: 108}
NAME_WIDTH, NAME_MIN = 230, 150
SIZE_WIDTH, SIZE_RESULT = 190, 84
FIXED = {
    Column.TIME: 70,
    Column.BATCH: 160,
    Column.RECIPE: 140,
    Column.TRY: 60,
    Column.FOLDER: 220,
    Column.OUTPUT: 220,
}
DEFAULT_HIDDEN = frozenset({Column.RECIPE, Column.TRY, Column.FOLDER, Column.OUTPUT})


@dataclass(frozen=True, slots=True)
class Widths:
    """Pixels by column (0 = not shown). `result_only`: the Size column shows the result alone."""

    of: dict[Column, int]
    result_only: bool


def widths(
    room: int, window: int, shown: frozenset[Column], batch_view: bool, scale: float = 1.0, state: int = 0
) -> Widths:
    """Columns for `room` pixels in a window `window` wide. `shown`: what a person wants to see; `scale`: how much
    wider the system's font is than the one the measures were made for; `state`: what its longest word needs."""
    narrow = window < 1100
    unit = max(1.0, scale)
    found = {column: 0 for column in Column}
    found[Column.STATE] = max(state, round(STATE_WIDTH[narrow] * unit))
    found[Column.NAME] = round((160 if narrow else NAME_WIDTH) * unit)
    result_only = narrow
    if Column.SIZE in shown:
        found[Column.SIZE] = round((SIZE_RESULT if result_only else SIZE_WIDTH) * unit)
    for column, width in FIXED.items():
        if (
            column in shown
            and not (column is Column.BATCH and batch_view)
            and not (column is Column.TIME and window < 960)
        ):
            found[column] = round(width * unit)

    def detail() -> int:
        return room - sum(found.values())

    if detail() < DETAIL_MIN:
        found[Column.NAME] = max(round(NAME_MIN * unit), found[Column.NAME] - (DETAIL_MIN - detail()))
    if detail() < DETAIL_MIN and found[Column.SIZE]:
        found[Column.SIZE], result_only = round(SIZE_RESULT * unit), True
    for column in (Column.OUTPUT, Column.FOLDER, Column.TRY, Column.RECIPE, Column.TIME, Column.BATCH):
        if detail() < DETAIL_MIN - 40:
            found[column] = 0
    found[Column.DETAIL] = max(120, detail())
    return Widths(found, result_only)
