"""How `source` and `same` are resolved."""

from app.jobs.table.style import copies, resolve
from app.jobs.tabular import Dialect
from tests.jobs.table.helpers import recipe


def test_source_means_the_source() -> None:
    dialect = Dialect(delimiter=";", quote="'", newline="\r\n", encoding="cp1252", header_rows=0)
    style = resolve(recipe().write, dialect)
    assert (style.format, style.delimiter, style.quote, style.newline) == ("csv", ";", "'", "\r\n")
    assert (style.encoding, style.bom, style.header) == ("utf-8", False, False)


def test_encoding_names_with_a_mark() -> None:
    for name, encoding in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")):
        style = resolve(recipe(write={"encoding": name}).write, Dialect())
        assert (style.encoding, style.bom) == (encoding, True)


def test_when_bytes_are_copied() -> None:
    plain = recipe()

    def is_copy(dialect: Dialect, **write: object) -> bool:
        chosen = recipe(write=write) if write else plain
        return copies(chosen, dialect, resolve(chosen.write, dialect))

    assert is_copy(Dialect())
    assert is_copy(Dialect(delimiter=";", newline="\r\n", quote=""))
    assert not is_copy(Dialect(bom=True))
    assert not is_copy(Dialect(encoding="cp1252"))
    assert is_copy(Dialect(encoding="cp1252"), encoding="cp1252")
    assert not is_copy(Dialect(), delimiter=";")
    assert not is_copy(Dialect(), excel=True)
    assert not is_copy(Dialect(format="xlsx"), format="csv")
