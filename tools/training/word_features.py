"""The features of a word form. src/language/word_features.cpp computes the same ones: keep the two alike.

A form is normalised (ASCII lower case, digits to 0, typographic quotes and dashes to ASCII), then gives one row of
the word table, if training saw it often enough, and rows of the hashed table: its shape, its prefixes and suffixes
and its character trigrams. All of this is over bytes, so that no Unicode tables are needed.
"""

MASK = (1 << 64) - 1
FNV_OFFSET = 0xCBF29CE484222325
FNV_PRIME = 0x100000001B3
LONGEST = 24  # bytes of the form that trigrams look at

KIND_SHAPE, KIND_PREFIX, KIND_SUFFIX, KIND_TRIGRAM = 1, 2, 3, 4


def fnv(data: bytes, kind: int = 0) -> int:
    value = FNV_OFFSET ^ kind
    for byte in data:
        value = ((value ^ byte) * FNV_PRIME) & MASK
    return value ^ (value >> 32)


_TYPOGRAPHIC = {0x98: b"'", 0x99: b"'", 0x9C: b'"', 0x9D: b'"', 0x93: b"-", 0x94: b"-", 0x90: b"-", 0x91: b"-",
                0xA6: b"..."}


def normalise(form: bytes) -> bytes:
    out = bytearray()
    at = 0
    while at < len(form):
        byte = form[at]
        if byte == 0xE2 and at + 2 < len(form) and form[at + 1] == 0x80 and form[at + 2] in _TYPOGRAPHIC:
            out += _TYPOGRAPHIC[form[at + 2]]
            at += 3
            continue
        if 0x41 <= byte <= 0x5A:
            byte += 0x20
        elif 0x30 <= byte <= 0x39:
            byte = 0x30
        out.append(byte)
        at += 1
    return bytes(out)


def shape(form: bytes) -> bytes:
    """Classes of characters, runs of three or more cut to two, at most eight long: McDonald's → XxXxx'x."""
    out = bytearray()
    for byte in form:
        if 0x41 <= byte <= 0x5A:
            kind = 0x58
        elif 0x61 <= byte <= 0x7A:
            kind = 0x78
        elif 0x30 <= byte <= 0x39:
            kind = 0x30
        elif byte >= 0x80:
            kind = 0x75
        else:
            kind = byte
        if len(out) >= 2 and out[-1] == kind and out[-2] == kind:
            continue
        out.append(kind)
        if len(out) == 8:
            break
    return bytes(out)


def hashed(form: bytes) -> list:
    """The 64-bit hashes of a form's features, shape first."""
    word = normalise(form)
    values = [fnv(shape(form), KIND_SHAPE)]
    for size in (1, 2, 3, 4):
        if len(word) >= size:
            values.append(fnv(word[:size], KIND_PREFIX))
    for size in (1, 2, 3, 4, 5):
        if len(word) >= size:
            values.append(fnv(word[-size:], KIND_SUFFIX))
    framed = b"^" + word[:LONGEST] + b"$"
    for at in range(len(framed) - 2):
        values.append(fnv(framed[at:at + 3], KIND_TRIGRAM))
    return values
