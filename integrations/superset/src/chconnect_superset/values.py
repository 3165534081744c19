"""Values of columns: the server's own text, read as what Python has for its type."""

import datetime
import decimal

_PYTHON_FRACTION = 6

# Codes of java.sql.Types.
_INTEGERS = {-6, 5, 4, -5, 2}
_FLOATS = {6, 7, 8}
_DECIMAL = 3
_BOOLEAN = 16
_DATE = 91
_TIMESTAMP = 93


def reader(code: int, scale: int):
    """Reads the text of a column. Types that Python has no value for stay text, and so do points in time with more than six
    digits behind the second, which a datetime would lose."""
    if code in _INTEGERS:
        return int
    if code in _FLOATS:
        return float
    if code == _DECIMAL:
        return decimal.Decimal
    if code == _BOOLEAN:
        return lambda text: text == "true"
    if code == _DATE:
        return datetime.date.fromisoformat
    if code == _TIMESTAMP and scale <= _PYTHON_FRACTION:
        return _timestamp
    return str


def _timestamp(text: str) -> datetime.datetime:
    seconds, _, fraction = text.partition(".")
    moment = datetime.datetime.fromisoformat(seconds)
    return moment.replace(microsecond=int(fraction.ljust(_PYTHON_FRACTION, "0"))) if fraction else moment


def parameter(value):
    """A Python value as the driver takes it."""
    import jpype

    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return jpype.JClass("java.math.BigInteger")(str(value))
    if isinstance(value, float):
        return jpype.JDouble(value)
    if isinstance(value, decimal.Decimal):
        return jpype.JClass("java.math.BigDecimal")(str(value))
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            return jpype.JClass("java.time.OffsetDateTime").parse(value.isoformat())
        return jpype.JClass("java.time.LocalDateTime").parse(value.isoformat())
    if isinstance(value, datetime.date):
        return jpype.JClass("java.time.LocalDate").parse(value.isoformat())
    if isinstance(value, (bytes, bytearray)):
        return jpype.JArray(jpype.JByte)(bytes(value))
    raise TypeError(f"A parameter of class {type(value).__name__}: expected text, bytes, a number, a date or None")
