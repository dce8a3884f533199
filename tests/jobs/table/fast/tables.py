"""Texts of tables, clean and damaged, for tests of the way in blocks. What is in them comes from hypothesis."""

from hypothesis import strategies as st

HEADER = b"a,b,c\n"
READ = {"delimiter": ",", "quote": '"', "header": True}

_NUMBERS = st.sampled_from(
    [
        "1",
        "2.50",
        "12.345",
        "-3",
        "7.00",
        "100.10",
        "99999999.99",
        "123456789.5",
        "1e3",
        " 4 ",
        "+5",
        "0.00",
        "-0.00",
        ".5",
    ]
)
_PLAIN = st.one_of(
    st.sampled_from(["x", "y", "z", "", "ä", "10", "X "]), _NUMBERS, st.text("abxyé \u2028", max_size=6)
)  # fmt: skip
_QUOTED = st.sampled_from(
    ['"x"', '"y,z"', '"a\nb"', '"a\r\nb"', '"q""q"', '""""', '""', '"a\rb"', '"1.50"', '"p\np\np\n"', '" x"']
)
_DAMAGE = st.sampled_from(
    ['a"b,1,c', '"a"b,1,c', '"ab,1,c', ",,", "", '"x" ,2,3', 'a,"b\n\n","\n"', "\x1a", "a\0,1,2", "1,2", "1,2,3,4",
     'a,"' + "1,2,3\n" * 9 + '",c', 'a,"' + "n\n" * 12 + '",c', "a\r,b,c"]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn, damaged: bool) -> bytes:
    """A table of the columns a, b, c."""
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    cells = st.one_of(_PLAIN, _PLAIN, _NUMBERS, _QUOTED)
    lines = draw(st.lists(st.tuples(cells, cells, cells).map(",".join), max_size=25))
    if damaged:
        for line in draw(st.lists(_DAMAGE, max_size=3)):
            lines.insert(draw(st.integers(0, len(lines))), line)
    text = HEADER.decode().replace("\n", end) + "".join(line + end for line in lines)
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    data = text.encode()
    if damaged and draw(st.booleans()):
        at = draw(st.integers(min(len(HEADER), len(data)), len(data)))
        data = data[:at] + draw(st.sampled_from([b"\xff", b"\xc3", b'"', b"\r", b"\n", b",", b"\x1a"])) + data[at:]
    return data if draw(st.integers(0, 9)) else b"\xef\xbb\xbf" + data


_CONDITIONS = st.sampled_from(
    ["num(b) > 5", "a == 'x' or num(b) <= 2.5", "not (num(b) == 7)", "contains(c, 'x')", "a in ['x', 'y,z', '']",
     "num(b) * 2 < num(c)", "-num(b) < 3 and c != 'x'"]
)  # fmt: skip
_FORMULAS = st.sampled_from(
    ["round(num(b) * 1.19, 2)", "num(b) - 1", "b", "concat(a, '\"', c)", "num(a) * num(b)", "-num(b)",
     "round(num(b))", "num(c) + num(b)", "round(num(b) * 0.005, 4)", "num(b) / 3"]
)  # fmt: skip
_ONE = st.sampled_from(["a", "b", "c"])
_SOME = st.lists(_ONE, min_size=1, max_size=3, unique=True)

# Steps that work on blocks, and some that do not, for any of the columns a, b, c.
_STEPS = st.one_of(
    st.fixed_dictionaries({"do": st.just("filter"), "where": _CONDITIONS}),
    st.fixed_dictionaries({"do": st.just("filter"), "column": _ONE, "not_in": st.just(["x", "2.50", 'q"q'])}),
    st.fixed_dictionaries(
        {"do": st.just("compute"), "columns": st.dictionaries(st.sampled_from("abcg"), _FORMULAS, min_size=1)}
    ),
    st.fixed_dictionaries({"do": st.just("dedupe"), "by": _SOME}),
    st.fixed_dictionaries({"do": st.just("dedupe"), "by": _SOME, "normalise": st.just(["trim", "casefold"])}),
    st.fixed_dictionaries({"do": st.just("trim"), "columns": _SOME}),
    st.fixed_dictionaries({"do": st.just("case"), "columns": _SOME, "to": st.just("upper")}),
    st.fixed_dictionaries({"do": st.just("replace"), "columns": _SOME, "find": st.just("1"), "with": st.just(',"')}),
    st.fixed_dictionaries({"do": st.just("fill"), "columns": _SOME, "method": st.sampled_from(["down", "up"])}),
    st.fixed_dictionaries({"do": st.just("map"), "columns": _SOME, "values": st.just({"x": "y\n"})}),
    st.fixed_dictionaries({"do": st.just("number"), "columns": st.just(["b"]), "places": st.just(1)}),
    st.fixed_dictionaries({"do": st.just("validate"), "columns": st.just({"a": {"required": True}})}),
    st.fixed_dictionaries({"do": st.just("select"), "columns": st.permutations(["a", "b", "c"])}),
    st.fixed_dictionaries(
        {"do": st.just("sort"), "by": st.lists(
            st.fixed_dictionaries({"column": _ONE, "as": st.sampled_from(["text", "number", "natural"]),
                                   "descending": st.booleans()}), min_size=1, max_size=2)}
    ),
)  # fmt: skip
_GROUP = st.fixed_dictionaries(
    {"do": st.just("group"), "by": _SOME,
     "columns": st.just({"n": "count", "s": "sum(b)", "m": "mean(b)", "d": "distinct(c)", "l": "last(a)"})}
)  # fmt: skip
_LAST = st.one_of(
    _GROUP,
    st.fixed_dictionaries({"do": st.just("split"), "by": _ONE}),
    st.fixed_dictionaries({"do": st.just("split"), "rows": st.integers(1, 9)}),
    st.fixed_dictionaries({"do": st.just("select"), "columns": st.lists(_ONE, min_size=1, max_size=2, unique=True)}),
    st.fixed_dictionaries({"do": st.just("drop"), "columns": st.just(["b"])}),
    st.fixed_dictionaries({"do": st.just("rename"), "columns": st.just({"a": "one"})}),
)
STEPS = st.tuples(st.lists(_STEPS, max_size=3), st.lists(_LAST, max_size=1)).map(lambda parts: parts[0] + parts[1])

READS = st.fixed_dictionaries(
    {},
    optional={
        "ragged": st.sampled_from(["pad", "truncate", "both", "fail"]),
        "stray_quotes": st.just("keep"),
        "nulls": st.just(["x", "1"]),
        "limit_rejects": st.integers(0, 3),
    },
)
WRITES = st.one_of(
    st.just({}),
    st.sampled_from(
        [{"newline": "crlf"}, {"newline": "cr"}, {"delimiter": ";"}, {"excel": True}, {"header": False},
         {"encoding": "latin-1"}, {"format": "json"}, {"bom": True}, {"quote": "'"}]
    ),
)  # fmt: skip
