"""SQLite's records: a row as bytes. https://www.sqlite.org/fileformat2.html#record_format

Owns: decoding, strictly: a record that does not fit its own header exactly is none.
"""

import struct

Value = int | float | str | bytes | None

_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of the serial types 0..9
_MOST = 1 << 63


def varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where the next byte is. Raises IndexError."""
    value = 0
    for index in range(at, at + 8):
        byte = data[index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, index + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >= _MOST else value), at + 9


def decode(payload: bytes) -> tuple[Value, ...] | None:
    """The values of a record; None when it is not well formed."""
    try:
        head, at = varint(payload, 0)
        kinds: list[int] = []
        while at < head:
            kind, at = varint(payload, at)
            kinds.append(kind)
        if at != head:
            return None
        values: list[Value] = []
        for kind in kinds:
            width = _width(kind)
            part = payload[at : at + width]
            if len(part) != width:
                return None
            values.append(_value(kind, part))
            at += width
    except (IndexError, ValueError):  # ValueError: text that is not UTF-8, a type that does not exist
        return None
    return tuple(values) if at == len(payload) else None


def _width(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if 0 <= kind < 10:
        return _WIDTHS[kind]
    raise ValueError(f"there is no serial type {kind}")


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind <= 6:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        number: float = struct.unpack(">d", part)[0]
        return number
    if kind <= 9:
        return kind - 8
    return part.decode("utf-8") if kind % 2 else part
