"""Types of columns under ClickHouse's own names."""

import datetime
import decimal

from sqlalchemy import types

_PYTHON_TYPES = {
    -6: int,
    5: int,
    4: int,
    -5: int,
    2: int,
    6: float,
    7: float,
    8: float,
    3: decimal.Decimal,
    16: bool,
    91: datetime.date,
    93: datetime.datetime,
}


def literal(value) -> str:
    """A value as SQL text. A backslash is an escape in ClickHouse's texts."""
    if value is None:
        return "NULL"
    if isinstance(value, (bool, int, float, decimal.Decimal)):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if isinstance(value, datetime.datetime):
        value = value.isoformat(" ")
    elif isinstance(value, datetime.date):
        value = value.isoformat()
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


class _Literal:
    def literal_processor(self, dialect):
        return literal


class Text(_Literal, types.String):
    """A text whose literals keep their backslashes."""


class Date(_Literal, types.Date):
    """A day."""


class DateTime(_Literal, types.DateTime):
    """A point in time, as the wall time of the column's zone."""


class ClickHouseType(types.UserDefinedType):
    """The type of a column of a table."""

    cache_ok = True

    def __init__(self, name: str, code: int = 12):
        self.name = name
        self.code = code

    def get_col_spec(self, **kw) -> str:
        return self.name

    @property
    def python_type(self):
        return _PYTHON_TYPES.get(self.code, str)

    def literal_processor(self, dialect):
        return literal
