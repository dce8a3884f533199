"""What the parts of a recipe are called: steps, keys, choices, units.

Owns: these words and the icons beside them. Must not know: widgets, what is right or wrong. A key that has no word here
is called by its own name, so a new one is in the editor at once.
"""

from typing import Any

from app.window.text import tr


def step_title(do: str) -> str:
    """What a step is called on its card and in the list of steps."""
    return _steps().get(do, (_spoken(do), ""))[0]


def step_line(do: str) -> str:
    """One line on what a step does."""
    return _steps().get(do, ("", ""))[1]


def step_icon(do: str) -> str:
    """The icon of a step."""
    return _ICONS.get(do, "columns")


_ICONS = {
    "orient": "undo", "resize": "step-resize", "crop": "step-crop", "rotate": "step-rotate", "flip": "step-flip",
    "adjust": "step-adjust", "pad": "step-border", "border": "step-border", "watermark": "step-watermark",
    "metadata-only": "shield", "contact-sheet": "all", "join": "batch", "sort": "step-sort", "filter": "filter",
    "compute": "step-formula", "dedupe": "step-dedupe", "select": "columns", "drop": "columns", "rename": "columns",
    "hash": "lock", "validate": "check", "profile": "activity", "guard": "shield", "split": "batch", "concat": "batch",
}  # fmt: skip


def _steps() -> dict[str, tuple[str, str]]:
    return {
        "orient": (tr("Turn upright"), tr("From the camera’s orientation. Always done first.")),
        "resize": (tr("Resize"), tr("A new size, by an edge, a box, percent or megapixels.")),
        "crop": (tr("Crop"), tr("Keep a part, by proportions or pixels.")),
        "rotate": (tr("Rotate"), tr("Turn by any angle; quarter turns lose nothing.")),
        "flip": (tr("Flip"), tr("Mirror left to right or top to bottom.")),
        "adjust": (tr("Adjust"), tr("Light, contrast, colour and sharpness.")),
        "pad": (tr("Pad"), tr("A canvas around the picture, nothing is cut off.")),
        "border": (tr("Border"), tr("A frame of one colour.")),
        "watermark": (tr("Watermark"), tr("A text or a small picture on the picture.")),
        "metadata-only": (tr("Metadata only"), tr("Rewrite what the file says, leave its pixels. Stands alone.")),
        "contact-sheet": (tr("Contact sheet"), tr("All pictures, small, on one sheet. Stands alone.")),
        "join": (tr("Join"), tr("Put files together, or a table’s rows beside those of another.")),
        "select": (tr("Keep columns"), tr("Only these columns, in this order.")),
        "drop": (tr("Drop columns"), tr("All columns but these.")),
        "rename": (tr("Rename columns"), tr("New names, one by one or by a pattern.")),
        "filter": (tr("Keep rows"), tr("Only rows for which something holds.")),
        "compute": (tr("Compute"), tr("New columns from formulas, with exact numbers.")),
        "replace": (tr("Replace"), tr("Find text or a pattern and put another in its place.")),
        "trim": (tr("Trim"), tr("Take spaces away at both ends.")),
        "case": (tr("Change case"), tr("Upper, lower or title case.")),
        "fill": (tr("Fill empty cells"), tr("From above, from below or with a fixed value.")),
        "date": (tr("Rewrite dates"), tr("From one way to write dates to another.")),
        "number": (tr("Rewrite numbers"), tr("Marks for decimals and thousands, rounding.")),
        "hash": (tr("Hide behind hashes"), tr("The same value gets the same sign; nobody reads it back.")),
        "map": (tr("Map values"), tr("Exchange whole cells by a list.")),
        "dedupe": (tr("Remove duplicates"), tr("Keep one of rows that are the same.")),
        "sort": (tr("Sort"), tr("By one or more columns. Drops nothing.")),
        "validate": (tr("Check rows"), tr("Rows that break a rule go to the rejects file.")),
        "split": (tr("Split"), tr("Several files, by a column or a number of rows. Stands last.")),
        "concat": (tr("Put files together"), tr("All tables become one. Stands first.")),
        "group": (tr("Group"), tr("One row for each group, with sums and counts.")),
        "pivot": (tr("Pivot"), tr("Values of a column become columns.")),
        "unpivot": (tr("Unpivot"), tr("Columns become rows.")),
        "sample": (tr("Sample"), tr("Some of the rows, the same ones each time.")),
        "repair": (tr("Repair rows"), tr("Mend rows of another length. Stands first.")),
        "guard": (tr("Make formulas harmless"), tr("An apostrophe before cells that a spreadsheet would run.")),
        "profile": (tr("Profile"), tr("A report with charts beside the output.")),
    }  # fmt: skip


def label(where: str, key: str) -> str:
    """What the key `key` of the model `where` is called above its field."""
    own = {
        "Resize.mode": tr("How"), "Concat.mode": tr("Columns of the result"),
        "Rotate.fill": tr("Colour of the corners"), "Case.to": tr("Write in"), "Date.from": tr("Written as"),
        "Date.to": tr("Write as"), "Join.with": tr("Other table"), "Replace.with": tr("Put in its place"),
        "Rename.with": tr("Put in its place"), "Group.columns": tr("New columns"), "Compute.columns": tr("New columns"),
        "Rename.columns": tr("New names"), "Pivot.columns": tr("Column whose values become columns"),
        "Pivot.values": tr("Column to fill in"), "Pivot.index": tr("Columns that stay"), "Map.values": tr("Exchange"),
        "Unpivot.keep": tr("Columns to repeat"), "Unpivot.names": tr("Column for the names"),
        "Unpivot.values": tr("Column for the cells"), "Dedupe.by": tr("Same in these columns"),
        "Dedupe.keep": tr("Which one stays"), "Sort.by": tr("Sort by"), "Split.by": tr("Column"),
        "Split.rows": tr("Rows of one file"), "Sample.rows": tr("Rows"), "Validate.columns": tr("Rules of columns"),
        "Output.name": tr("Name"), "Output.format": tr("Format"), "Output.color": tr("Colours"),
        "Border.size": tr("Thickness"), "Border.color": tr("Colour"), "Pad.color": tr("Colour"),
        "Watermark.color": tr("Colour of the text"), "Rule.name": tr("Name"), "Rule.check": tr("Holds for good rows"),
        "Join.on": tr("Same in these columns"), "Join.how": tr("Rows"), "Join.read": tr("How the other table is read"),
        "Recipients.read": tr("How the list is read"), "Recipients.key": tr("Column that tells people apart"),
        "Recipients.dedupe": tr("One message for each address, later rows are left out"), "Message.text": tr("Message"),
        "Message.html": tr("Message as HTML"), "Send.first": tr("Send these first, then wait for me"),
        "Send.expires": tr("Try for at most"), "Send.unconfirmed": tr("If it is not known whether a message arrived"),
        "Send.partial": tr("If only a copy is refused"), "ReadOptions.header": tr("Header rows"),
        "WriteOptions.header": tr("Header"), "Crop.gravity": tr("Part to keep"), "Join.format": tr("Format"),
        "WriteOptions.format": tr("Format"), "Number.decimal": tr("Decimals after"),
        "Place.exists": tr("If a file is already there"),
    }  # fmt: skip
    return own.get(f"{where}.{key}") or _labels().get(key) or _spoken(key)


def _labels() -> dict[str, str]:
    return {
        "size": tr("Size"), "width": tr("Width"), "height": tr("Height"), "gravity": tr("Place"),
        "ratio": tr("Proportions"), "enlarge": tr("Make smaller pictures larger"), "degrees": tr("Degrees clockwise"),
        "axis": tr("Direction"), "brightness": tr("Brightness"), "contrast": tr("Contrast"),
        "saturation": tr("Saturation"), "gamma": tr("Gamma"), "autocontrast": tr("Stretch from darkest to brightest"),
        "grayscale": tr("Grey instead of colour"), "sharpen": tr("Sharpen"), "color": tr("Colour"), "text": tr("Text"),
        "image": tr("Picture"), "anchor": tr("Place"), "opacity": tr("Opacity"), "offset": tr("Distance from the edge"),
        "tile": tr("Repeat over the whole picture"), "columns": tr("Columns"), "cell": tr("Size of a picture"),
        "gap": tr("Gap"), "background": tr("Background"), "label": tr("Text below each picture"),
        "auto": tr("Turn by the camera’s orientation"), "quality": tr("Quality"), "lossless": tr("Without loss"),
        "target_kb": tr("At most"), "metadata": tr("Metadata"), "frames": tr("Frames and pages"),
        "bigger": tr("If the result is not smaller"), "speed": tr("Speed"),
        "ordered": tr("Finish each file before the next one begins"), "folder": tr("Folder"),
        "keep_tree": tr("Keep the folders below the dropped folder"), "times": tr("Keep the modified time"),
        "encoding": tr("Encoding"), "delimiter": tr("Between cells"), "quote": tr("Quotes"),
        "escape": tr("A quote inside a cell"), "skip": tr("Rows before the header"),
        "ragged": tr("Rows of another length"), "stray_quotes": tr("Stray quotes"),
        "comment": tr("Comment lines begin with"), "initial_space": tr("Spaces after a delimiter"),
        "nulls": tr("Words for an empty cell"), "sheet": tr("Sheet"), "limit_rejects": tr("Stop at more rejects than"),
        "newline": tr("Line ends"), "bom": tr("Begin with a byte order mark"),
        "excel": tr("For Excel: byte order mark, CRLF, no cell that runs as a formula"), "where": tr("Keep rows where"),
        "column": tr("Column"), "in": tr("One of"), "not_in": tr("None of"), "find": tr("Find"), "regex": tr("Pattern"),
        "zero_width": tr("Also characters that take no room"), "method": tr("How"), "value": tr("Value"),
        "decimal": tr("Decimal mark"), "thousands": tr("Thousands mark"), "places": tr("Decimals to keep"),
        "to_decimal": tr("Write the decimal mark as"), "to_thousands": tr("Write the thousands mark as"),
        "key_name": tr("Name of the key"), "key": tr("Key, for tests"), "length": tr("Length"),
        "other": tr("Other values"), "normalise": tr("Before comparing"), "duplicates": tr("File for the duplicates"),
        "as": tr("Compare as"), "descending": tr("Largest first"), "rules": tr("Rules across columns"),
        "limit": tr("Most files"), "source_column": tr("Column for the file’s name"), "by": tr("By"),
        "agg": tr("Put together by"), "fraction": tr("Share of the rows"), "seed": tr("Choice of rows"),
        "pad": tr("Fill short rows"), "truncate": tr("Cut long rows"),
        "trailing_delimiter": tr("Drop an empty cell at the end"), "repeated_headers": tr("Remove repeated headers"),
        "required": tr("No empty cell"), "unique": tr("No value twice"), "type": tr("Type"), "min": tr("Smallest"),
        "max": tr("Largest"), "account": tr("Account"), "to": tr("To"), "subject": tr("Subject"), "html": tr("HTML"),
        "text_file": tr("Text from a file"), "html_file": tr("HTML from a file"), "cc": tr("Copy to"),
        "bcc": tr("Hidden copy to"), "reply_to": tr("Answers go to"), "attachments": tr("Attach"),
        "inline": tr("Pictures inside the HTML"), "attachment_folder": tr("Attachments lie in"), "format": tr("Format"),
    }  # fmt: skip


def choice(key: str, value: Any) -> str:
    """What a value to choose from is called."""
    own = {
        "exists.number": tr("Add a number, “photo (2).jpg”"), "exists.skip": tr("Leave it, skip the file"),
        "exists.replace": tr("Replace it, keep a copy"), "exists.newer": tr("Replace it if the input is newer"),
        "format.same": tr("As the input"), "quote.": tr("Never"), "thousands.": tr("None"), "to_thousands.": tr("None"),
        "thousands._": "_", "thousands. ": tr("Space"), "to_thousands. ": tr("Space"), "keep.first": tr("The first"),
        "keep.last": tr("The last"), "initial_space.keep": tr("Keep"), "initial_space.drop": tr("Drop"),
        "stray_quotes.keep": tr("Take as text"), "other.keep": tr("Keep"), "color.keep": tr("As they are"),
        "frames.all": tr("All, where the format can"), "frames.first": tr("The first"),
        "frames.split": tr("One file each"), "metadata.all": tr("All"), "metadata.none": tr("None"),
        "type.text": tr("Text"), "as.text": tr("Text"), "how.left": tr("Keep rows that find nothing"),
        "how.inner": tr("Only rows that find something"), "how.anti": tr("Only rows that find nothing"),
        "header.True": tr("There is one"), "header.False": tr("There is none"), "method.value": tr("A fixed value"),
        "unconfirmed.hold": tr("Ask me"), "partial.hold": tr("Nobody gets it"),
        "partial.accepted": tr("The others get it"),
    }  # fmt: skip
    return own.get(f"{key}.{value}") or _choices().get(value) or (tr("Yes") if value is True else _spoken(str(value)))


def _choices() -> dict[Any, str]:
    return {
        "long-edge": tr("Long edge"), "short-edge": tr("Short edge"), "fit": tr("Fit into"),
        "fill": tr("Fill and cut off"), "exact": tr("Exactly, stretched"), "percent": tr("Percent"),
        "megapixels": tr("Megapixels"), "center": tr("Middle"), "north": tr("Top"), "north-east": tr("Top right"),
        "east": tr("Right"), "south-east": tr("Bottom right"), "south": tr("Bottom"), "south-west": tr("Bottom left"),
        "west": tr("Left"), "north-west": tr("Top left"), "horizontal": tr("Left to right"),
        "vertical": tr("Top to bottom"), "all-but-location": tr("All but location"), "copyright": tr("Copyright only"),
        "srgb": tr("sRGB"), "keep-original": tr("Keep the original"), "write": tr("Write it anyway"),
        "best": tr("Best quality"), "fast": tr("Fast, softer fine text"), "auto": tr("Found by itself"),
        "doubled": tr("Twice"), "backslash": tr("After a backslash"), "reject": tr("To the rejects file"),
        "pad": tr("Fill short ones"), "truncate": tr("Cut long ones"), "both": tr("Fill and cut"),
        "fail": tr("Stop the file"), "source": tr("As the input"), "lf": tr("Unix (LF)"), "crlf": tr("Windows (CRLF)"),
        "cr": tr("Old Mac (CR)"), "\n": tr("Unix (LF)"), "\r\n": tr("Windows (CRLF)"), "\r": tr("Old Mac (CR)"),
        "upper": tr("UPPER CASE"), "lower": tr("lower case"), "title": tr("Title Case"), "casefold": tr("Ignore case"),
        "trim": tr("Ignore spaces"), "down": tr("From above"), "up": tr("From below"),
        "union": tr("All columns of all"), "common": tr("Columns that all have"), "strict": tr("The same in all"),
        "empty": tr("Empty cell"), "number": tr("Number"), "natural": tr("Text with numbers"), "date": tr("Date"),
        "integer": tr("Whole number"), "email": tr("E-mail address"), "boolean": tr("Yes or no"), "sum": tr("Sum"),
        "count": tr("Count"), "first": tr("First"), "last": tr("Last"), "min": tr("Smallest"), "max": tr("Largest"),
        "mean": tr("Mean"), "distinct": tr("Distinct"), "jpeg": "JPEG", "png": "PNG", "webp": "WebP", "tiff": "TIFF",
        "gif": "GIF", "avif": "AVIF", "bmp": "BMP", "pdf": "PDF", "csv": "CSV", "xlsx": "Excel (XLSX)", "json": "JSON",
        "ndjson": "NDJSON", "sqlite": "SQLite", "parquet": "Parquet", "hmac-sha256": "HMAC-SHA-256",
        "sha256": "SHA-256",
    }  # fmt: skip


def unit(where: str, key: str, values: dict[str, Any]) -> str:
    """What stands after a number; "" for none. A resize counts what its mode says."""
    if (where, key) == ("Resize", "size"):
        return {"percent": "%", "megapixels": tr("megapixels")}.get(str(values.get("mode")), tr("px"))
    found = {
        "Watermark.size": tr("% of the short edge"), "Watermark.offset": "%", "ContactSheet.cell": tr("px"),
        "ContactSheet.gap": tr("px"), "Border.size": tr("px, or %"), "Output.target_kb": tr("kB"),
        "Rotate.degrees": "°", "Send.first": tr("messages"), "Hash.length": tr("digits"), "Sample.rows": tr("rows"),
        "Split.rows": tr("rows"),
    }  # fmt: skip
    return found.get(f"{where}.{key}") or (tr("px") if key in ("width", "height") else "")


def matters(where: str, key: str, values: dict[str, Any]) -> bool:
    """Whether a key means anything beside the other values of its part; the form leaves out what does not."""
    if key in values and values[key] is not None and where != "Resize":
        return True
    mode = str(values.get("mode"))
    match (where, key):
        case ("Resize", "size"):
            return mode in ("long-edge", "short-edge", "percent", "megapixels")
        case ("Resize", "width" | "height"):
            return mode in ("fit", "fill", "exact")
        case ("Resize", "gravity"):
            return mode == "fill"
        case ("Output", "quality" | "target_kb"):
            return str(values.get("format", "same")) not in ("png", "gif", "bmp", "tiff") and not values.get("lossless")
        case ("Output", "lossless"):
            return str(values.get("format", "same")) in ("same", "webp", "png", "tiff")
        case ("Fill", "value"):
            return values.get("method") == "value"
        case ("Crop" | "Pad", "ratio"):
            return "width" not in values and "height" not in values
        case ("Crop" | "Pad", "width" | "height"):
            return "ratio" not in values
        case ("Hash", "key_name" | "key"):
            return values.get("method") != "sha256" and not ({"key", "key_name"} - {key}) & set(values)
    return True


def follows(where: str, key: str, values: dict[str, Any]) -> dict[str, Any]:
    """Keys that another choice of `key` asks for, with values to begin with; None = takes away."""
    if (where, key) != ("Resize", "mode"):
        return {}
    match values.get("mode"):
        case "long-edge" | "short-edge":
            return {"width": None, "height": None, "gravity": None, "size": 1600}
        case "percent":
            return {"width": None, "height": None, "gravity": None, "size": 50}
        case "megapixels":
            return {"width": None, "height": None, "gravity": None, "size": 2}
        case "fill":
            return {"size": None, "width": values.get("width", 1600), "height": values.get("height", 1600)}
        case _:
            return {
                "size": None,
                "gravity": None,
                "width": values.get("width", 1600),
                "height": values.get("height", 1600),
            }


# What a new step begins with, where the first choice and nothing else would make no sense.
STARTS: dict[str, dict[str, Any]] = {
    "resize": {"mode": "long-edge", "size": 1600}, "crop": {"ratio": "1:1"}, "pad": {"ratio": "1:1"},
    "rotate": {"degrees": 90}, "border": {"size": 20}, "watermark": {"text": "© {date:%Y}"}, "sample": {"rows": 100},
    "split": {"rows": 1000}, "fill": {"method": "down"}, "repair": {"pad": True},
}  # fmt: skip


def rare(where: str, key: str) -> bool:
    """Whether a field waits behind "More": most recipes never need it."""
    return f"{where}.{key}" in _RARE


_RARE = frozenset(
    {f"Message.{key}" for key in ("html", "cc", "bcc", "reply_to", "inline", "text_file", "html_file")}
    | {"Message.unsubscribe", "Message.one_click"}
    | {f"Output.{key}" for key in ("background", "color", "frames", "bigger")}
    | {f"ReadOptions.{key}" for key in ("escape", "stray_quotes", "comment", "initial_space", "limit_rejects", "nulls")}
    | {"Hash.key", "Split.limit", "Sample.seed", "WriteOptions.bom", "WriteOptions.newline", "WriteOptions.quote"}
)
LONG = frozenset({"Message.text", "Message.html"})  # texts of many lines
FORMULAS = frozenset({"Filter.where", "Rule.check", "Compute.columns", "Group.columns"})
FILES = frozenset({"Watermark.image", "Join.with"})
FOLDERS = frozenset({"Place.folder", "Recipe.attachment_folder"})


def _spoken(key: str) -> str:
    text = key.replace("_", " ").replace("-", " ")
    return text[:1].upper() + text[1:]
