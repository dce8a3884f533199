"""From the words of a command to a `Submission`: paths, folders, titles, and what does not fit together.

Owns: checks before anything is written. Must not know: the queue.
"""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.exits import Exit, Stop
from app.cli.terms import AT_ONCE, Terms
from app.engine.commands import Submission
from app.system.recipes import Loaded


def absolute_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """`paths` made absolute, in order. Ends the command naming every one that does not exist.

    A path that may not be looked at is kept: it becomes a job that fails, and the rest goes on.
    """
    missing = [path for path in paths if not _exists(path)]
    if missing:
        raise Stop(
            Exit.USAGE, *(f"{path}: there is no such file or folder" for path in missing), "Nothing was started."
        )
    return tuple(_one_name(str(Path(path).absolute())) for path in paths)


def _one_name(path: str) -> str:
    """`path` without `..`, so that one file named in two ways is one job; as it is where a link makes that another."""
    plain = os.path.normpath(path)
    try:
        return plain if plain == path or os.path.samestat(os.lstat(plain), os.lstat(path)) else path
    except OSError:
        return path


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except OSError as error:
        return error.errno not in (errno.ENOENT, errno.ENOTDIR)
    except ValueError:  # a NUL in the name
        return False
    return True


def _file_in_the_way(folder: Path | None) -> Path | None:
    """The part of `folder` that exists and is no folder, so that it cannot be made."""
    if folder is None:
        return None
    existing = next((part for part in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(part)), None)
    return existing if existing is not None and not existing.is_dir() else None


def title(paths: Sequence[str]) -> str:
    """What the batch is called: the first name, and how many more."""
    first = Path(paths[0]).name or paths[0]
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1:,} more"


def submission(
    recipe: Loaded,
    paths: Sequence[str],
    *,
    out: Path | None = None,
    send: bool = False,
    eml: Path | None = None,
    terms: Terms = AT_ONCE,
) -> Submission:
    """The checked submission. Ends the command (2) when options and recipe do not fit together."""
    mail = recipe.kind == "mail"
    if out is not None and mail:
        raise Stop(Exit.USAGE, "--out is for pictures and tables; e-mail is written to a folder with --eml.")
    if (send or eml is not None) and not mail:
        word = "--send" if send else "--eml"
        raise Stop(Exit.USAGE, f"{word} is for e-mail; {recipe.name} is a recipe of kind {recipe.kind}.")
    if terms.skip_processed and mail:
        raise Stop(Exit.USAGE, "--skip-processed is for pictures and tables; e-mail is checked and sent anew.")
    if send and eml is not None:
        raise Stop(Exit.USAGE, "--send and --eml exclude each other: send the messages, or write them as files.")
    for option, folder in (("--out", out), ("--eml", eml)):
        in_the_way = _file_in_the_way(folder)
        if in_the_way is not None:
            raise Stop(Exit.USAGE, f"{option} {folder}: {in_the_way} is a file, not a folder.")
    options: dict[str, Any] = {"eml": str(eml.absolute())} if eml is not None else {}
    sources = absolute_paths(paths)
    return Submission(
        kind=recipe.kind,
        recipe=recipe.text,
        recipe_name=recipe.name,
        paths=sources,
        title=title(sources),
        out=str(out.absolute()) if out is not None else None,
        start=not mail or send or eml is not None,
        options=options,
        priority=terms.priority,
        not_before=terms.not_before,
        not_after=terms.not_after,
        skip_processed=terms.skip_processed,
    )
