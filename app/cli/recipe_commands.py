"""`dropmill recipes`: list, show, import, export, check, schema.

Owns: their words. Must not know: where recipes are kept (`app.system.recipes`) or what is in them.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from app.cli.exits import Exit, Stop
from app.cli.session import Session

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Name = Annotated[str, typer.Argument(help="A recipe's name.", metavar="NAME")]
File = Annotated[Path, typer.Argument(help="A recipe file.", metavar="FILE")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a saved recipe of the same name.")]
Kind = Annotated[str, typer.Argument(help="image, table or mail.", metavar="KIND")]

recipes = typer.Typer(help="Recipes: what is done with files.", no_args_is_help=True)


@recipes.command("list")
def list_recipes(context: typer.Context, as_json: Json = False) -> Exit:
    """List built-in and saved recipes."""
    session: Session = context.obj
    for entry in session.shelf.entries():
        if as_json:
            session.out.emit(
                {"name": entry.name, "kind": entry.kind, "built_in": entry.built_in, "file": str(entry.path)}
            )
        else:
            session.out.line(f"{entry.kind:<6} {entry.name}{'' if entry.built_in else '  (saved)'}")
    return Exit.OK


@recipes.command("show")
def show(context: typer.Context, name: Name) -> Exit:
    """Print a recipe."""
    session: Session = context.obj
    session.out.raw(session.recipe(name).text)
    return Exit.OK


@recipes.command("import")
def import_recipe(context: typer.Context, file: File, replace: Replace = False) -> Exit:
    """Check a recipe file and keep it."""
    from app.jobs.recipe import RecipeError
    from app.system.recipes import load_file

    session: Session = context.obj
    try:
        loaded = load_file(file)
        entry = session.shelf.save(loaded.text, name=loaded.name, replace=replace)
    except RecipeError as error:
        raise Stop(Exit.USAGE, *(f"{file}: {problem}" for problem in error.problems)) from error
    except OSError as error:
        raise Stop(Exit.QUEUE, f"{session.folders.recipes} cannot be written: {error.strerror}.") from error
    session.out.line(entry.name)
    return Exit.OK


@recipes.command("export")
def export(context: typer.Context, name: Name, file: File) -> Exit:
    """Write a recipe to a new file."""
    session: Session = context.obj
    session.recipe(name)
    try:
        session.shelf.export(name, file)
    except FileExistsError as error:
        raise Stop(Exit.USAGE, f"{file} exists already; give a new name.") from error
    except OSError as error:
        raise Stop(Exit.USAGE, f"{file} cannot be written: {error.strerror or error}.") from error
    return Exit.OK


@recipes.command("check")
def check(context: typer.Context, file: File) -> Exit:
    """Check a recipe file; name every problem and its place."""
    from app.jobs.recipe import RecipeError
    from app.system.recipes import load_file

    session: Session = context.obj
    try:
        loaded = load_file(file)
    except RecipeError as error:
        raise Stop(Exit.USAGE, *(f"{file}: {problem}" for problem in error.problems)) from error
    session.out.line(f"{loaded.name} ({loaded.kind}) can be used.")
    return Exit.OK


@recipes.command("schema")
def schema(context: typer.Context, kind: Kind) -> Exit:
    """Print the JSON Schema of a kind of recipe."""
    from app.jobs import registry

    session: Session = context.obj
    if kind not in registry.KINDS:
        raise Stop(Exit.USAGE, f"KIND: unknown value {kind}; expected one of {', '.join(registry.KINDS)}")
    model = registry.kind(kind).Recipe
    session.out.raw(json.dumps(model.model_json_schema(), ensure_ascii=False, indent=1))
    return Exit.OK
