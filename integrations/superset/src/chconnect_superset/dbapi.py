"""A module of PEP 249 over the JDBC driver, with JPype as the bridge."""

from contextlib import contextmanager

from . import jvm, values
from .errors import (  # noqa: F401: PEP 249 wants them here
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
    of_state,
)

apilevel = "2.0"
threadsafety = 1
paramstyle = "qmark"


def connect(url: str, properties: dict[str, str] | None = None, jar: str | None = None) -> "Connection":
    """Connects to a JDBC URL such as ``jdbc:clickhouse://localhost:8123/default``."""
    driver = jvm.driver(jar)
    import jpype

    given = jpype.JClass("java.util.Properties")()
    for name, value in (properties or {}).items():
        given.setProperty(name, value)
    with _errors():
        connection = driver.connect(url, given)
    if connection is None:
        raise InterfaceError(f"The driver does not take the URL {url}")
    return Connection(connection)


@contextmanager
def _errors():
    import jpype

    try:
        yield
    except jpype.JClass("java.sql.SQLException") as e:
        state = e.getSQLState()
        raise of_state(None if state is None else str(state), str(e.getMessage())) from None
    except jpype.JException as e:
        raise InterfaceError(str(e)) from None


class Connection:
    """A connection. There are no transactions: every statement takes effect at once."""

    def __init__(self, jdbc):
        self._jdbc = jdbc

    def cursor(self) -> "Cursor":
        return Cursor(self._jdbc)

    def metadata(self, method: str, *arguments) -> list[dict]:
        """The rows of a result of ``DatabaseMetaData``, by the names of their columns."""
        with _errors():
            cursor = Cursor(self._jdbc)
            cursor._take(getattr(self._jdbc.getMetaData(), method)(*arguments))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row)) for row in cursor.fetchall()]

    def schema(self) -> str:
        """The database that names without one belong to."""
        with _errors():
            return str(self._jdbc.getSchema())

    def commit(self) -> None:
        """Nothing: what was written stays written."""

    def rollback(self) -> None:
        """Nothing: what was written stays written."""

    def close(self) -> None:
        with _errors():
            self._jdbc.close()


class Cursor:
    """A statement and its result, which streams."""

    arraysize = 1000

    def __init__(self, jdbc):
        self._jdbc = jdbc
        self._statement = None
        self._result = None
        self._readers = []
        self.description = None
        self.rowcount = -1

    def execute(self, sql: str, parameters=()) -> None:
        """Runs a statement; without parameters it reaches the server as it is written."""
        self._end()
        with _errors():
            if parameters:
                self._statement = self._jdbc.prepareStatement(sql)
                self._set(parameters)
                has_result = self._statement.execute()
            else:
                self._statement = self._jdbc.createStatement()
                self._statement.setEscapeProcessing(False)
                has_result = self._statement.execute(sql)
            if has_result:
                self._take(self._statement.getResultSet())
            else:
                self.rowcount = int(self._statement.getUpdateCount())

    def executemany(self, sql: str, rows) -> None:
        """Runs a statement for each row of parameters; an INSERT goes as one."""
        self._end()
        with _errors():
            self._statement = self._jdbc.prepareStatement(sql)
            for row in rows:
                self._set(row)
                self._statement.addBatch()
            counts = [int(count) for count in self._statement.executeBatch()]
        self.rowcount = sum(counts) if all(count >= 0 for count in counts) else -1

    def fetchone(self):
        rows = self.fetchmany(1)
        return rows[0] if rows else None

    def fetchmany(self, size: int | None = None) -> list[tuple]:
        return self._rows(self.arraysize if size is None else size)

    def fetchall(self) -> list[tuple]:
        return self._rows(None)

    def close(self) -> None:
        self._end()

    def setinputsizes(self, sizes) -> None:
        """Nothing: values tell their own types."""

    def setoutputsize(self, size, column=None) -> None:
        """Nothing: values are never cut."""

    def _set(self, parameters) -> None:
        for index, value in enumerate(parameters, 1):
            self._statement.setObject(index, values.parameter(value))

    def _take(self, result) -> None:
        columns = result.getMetaData()
        description = []
        self._readers = []
        for i in range(1, int(columns.getColumnCount()) + 1):
            precision, scale = int(columns.getPrecision(i)), int(columns.getScale(i))
            self._readers.append((i, values.reader(int(columns.getColumnType(i)), scale)))
            nullable = int(columns.isNullable(i)) != 0
            name, type_name = str(columns.getColumnLabel(i)), str(columns.getColumnTypeName(i))
            description.append((name, type_name, None, None, precision, scale, nullable))
        self._result = result
        self.description = description

    def _rows(self, most: int | None) -> list[tuple]:
        if self._result is None:
            raise ProgrammingError("There is no result: run a query first")
        result, text = self._result, self._result.getString
        rows = []
        with _errors():
            while (most is None or len(rows) < most) and result.next():
                row = []
                for index, read in self._readers:
                    value = text(index)
                    row.append(None if value is None else read(str(value)))
                rows.append(tuple(row))
        return rows

    def _end(self) -> None:
        with _errors():
            if self._result is not None:
                self._result.close()
            if self._statement is not None:
                self._statement.close()
        self._result = self._statement = self.description = None
        self.rowcount = -1
