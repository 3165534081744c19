"""The exceptions of PEP 249, and which of them an SQLException becomes."""


class Warning(Exception):  # noqa: A001: PEP 249 names it so
    """Something that is worth knowing."""


class Error(Exception):
    """The base of all errors."""


class InterfaceError(Error):
    """An error of this module or of the JVM, not of the database."""


class DatabaseError(Error):
    """An error of the database."""


class DataError(DatabaseError):
    """A value that does not fit."""


class OperationalError(DatabaseError):
    """A connection that cannot be made or broke, a limit of time or memory."""


class IntegrityError(DatabaseError):
    """A constraint that does not hold."""


class InternalError(DatabaseError):
    """A fault of the database itself."""


class ProgrammingError(DatabaseError):
    """SQL that the server does not understand, or a name that it does not know."""


class NotSupportedError(DatabaseError):
    """Something that the database does not have."""


_BY_CLASS = {
    "08": OperationalError,
    "0A": NotSupportedError,
    "22": DataError,
    "23": IntegrityError,
    "28": OperationalError,
    "3D": ProgrammingError,
    "42": ProgrammingError,
    "53": OperationalError,
    "54": OperationalError,
    "57": OperationalError,
    "HYT": OperationalError,
}


def of_state(state: str | None, message: str) -> DatabaseError:
    """The exception of an SQLSTATE."""
    for prefix, kind in _BY_CLASS.items():
        if state is not None and state.startswith(prefix):
            return kind(message)
    return DatabaseError(message)
