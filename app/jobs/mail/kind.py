"""`MailKind`: what the registry knows of e-mail. Owns the door only; heavy parts are imported when they are used."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.core.throttle import UNLIMITED, Budget
from app.jobs.base import JobContext, JobError, LaneSession, Plan, PlanRequest, Preview, Result, Source
from app.jobs.mail.recipe import MailRecipe
from app.jobs.recipe import BaseRecipe

LANE_PREFIX = "mail:"


class MailKind:
    """One message to each row of a recipients list. Jobs run in a lane: one a mail account."""

    name = "mail"
    Recipe: type[BaseRecipe] = MailRecipe
    suffixes = frozenset({".csv", ".tsv", ".txt", ".tab", ".xlsx", ".json"})
    lane = True

    def accepts(self, path: Path) -> bool:
        """Whether the table reader may be able to read the file."""
        from app.jobs.tabular import looks_readable

        return looks_readable(path)

    def plan(self, sources: Sequence[Source], recipe: MailRecipe, request: PlanRequest) -> Iterable[Plan]:
        """The preflight; see `plan.py`."""
        from app.jobs.mail.plan import plan

        return plan(sources, recipe, request)

    def whole(self, recipe: Any) -> bool:
        return False

    def run(self, context: JobContext) -> Result:
        """Never called: messages are sent by the lane."""
        raise JobError("INTERNAL", "An e-mail was given to a worker process. Nothing was sent. Copy the report.")

    def preview(self, source: Source, recipe: MailRecipe, request: PlanRequest) -> Preview:
        """The rows of one list as the preflight sees them; see `preview.py`."""
        from app.jobs.mail.preview import preview

        return preview(source, recipe, request)

    def lane_name(self, recipe: MailRecipe) -> str:
        return f"{LANE_PREFIX}{recipe.account}"

    def expires(self, recipe: MailRecipe) -> float | None:
        """How long a row may be tried after the batch was sent off."""
        return recipe.send.expires_seconds

    def budget(self, lane: str, services: Mapping[str, Any]) -> Budget:
        """The limits of the lane's account. Messages that are written as files have none."""
        from app.jobs.mail.throttle import budget_of

        account = services["account"](lane.removeprefix(LANE_PREFIX))
        return UNLIMITED if account is None else budget_of(account)

    def open_lane(self, lane: str, services: Mapping[str, Any]) -> LaneSession:
        """The session of one account. Never fails: a missing account pauses the lane when a message needs it."""
        from app.jobs.mail.session import MailSession

        return MailSession(lane.removeprefix(LANE_PREFIX), services)
