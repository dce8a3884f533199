"""Step `hash`: values that stand for others and do not tell them. The same value gives the same hash in every file that
is hashed with the same key."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Literal

from pydantic import Field, model_validator

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.row import BindContext, Bound
from app.jobs.table.steps.base import NamesOrAll, Step
from app.jobs.table.steps.cells import on_cells


class Hash(Step):
    """Put a hash (hexadecimal digits) in the place of the cells of `columns`. Empty cells stay empty.

    `hmac-sha256` (RFC 2104) needs a key: without it names or numbers are soon found out by trying all of them.
    """

    do: Literal["hash"]
    columns: NamesOrAll
    method: Literal["hmac-sha256", "sha256"] = Field(default="hmac-sha256", description="With a secret key, or without")
    key_name: str | None = Field(default=None, min_length=1, description="Name of a key that this computer keeps")
    key: str | None = Field(default=None, min_length=1, description="The key itself; for tests, it is no secret here")
    length: int = Field(default=64, ge=8, le=64, description="Digits to keep")

    @model_validator(mode="after")
    def _one_key(self) -> "Hash":
        if self.method == "sha256" and (self.key is not None or self.key_name is not None):
            raise ValueError('"sha256" takes no key; "hmac-sha256" does')
        if self.method == "hmac-sha256" and (self.key is None) == (self.key_name is None):
            raise ValueError('hash takes either "key_name" or "key"')
        return self

    def bind(self, columns: Columns, context: BindContext) -> Bound:
        """See `Step.bind`. Raises JobError KEY_MISSING when the key is not kept here."""
        digest, length, nulls = self._digest(context), self.length, context.nulls

        def change(cell: str) -> str:
            if not cell or cell in nulls:
                return cell
            return digest(cell.encode("utf-8", "surrogatepass"))[:length]

        return on_cells(columns, self.columns, change)

    def _digest(self, context: BindContext) -> Callable[[bytes], str]:
        if self.method == "sha256":
            return lambda data: hashlib.sha256(data).hexdigest()
        key = self.key if self.key_name is None else context.keys.get(self.key_name)
        if key is None:
            raise JobError(
                "KEY_MISSING",
                f'The key "{self.key_name}" of the step hash is not kept on this computer, or its keyring is locked. '
                "Unlock it, or name another key, then retry.",
            )
        secret = key.encode("utf-8", "surrogatepass")
        return lambda data: hmac.digest(secret, data, "sha256").hex()
