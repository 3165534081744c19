"""The SQLAlchemy dialect ``clickhouse+jdbc://user:password@host:8123/database?option=value``."""

from sqlalchemy import exc, types, util
from sqlalchemy.engine import default, reflection
from sqlalchemy.sql import compiler

from . import dbapi
from .types import ClickHouseType, Date, DateTime, Text

_TABLES = ["TABLE", "DICTIONARY", "SYSTEM TABLE", "TEMPORARY TABLE"]
_VIEWS = ["VIEW", "MATERIALIZED VIEW"]
_ESCAPE = "\\"


class ClickHouseCompiler(compiler.SQLCompiler):
    """The SQL that ClickHouse takes."""

    def limit_clause(self, select, **kw):
        text = ""
        if select._limit_clause is not None:
            text += "\n LIMIT " + self.process(select._limit_clause, **kw)
        if select._offset_clause is not None:
            text += " OFFSET " + self.process(select._offset_clause, **kw)
        return text

    def visit_concat_op_binary(self, binary, operator, **kw):
        return f"concat({self.process(binary.left, **kw)}, {self.process(binary.right, **kw)})"


class ClickHouseTypeCompiler(compiler.GenericTypeCompiler):
    """ClickHouse's names of SQLAlchemy's types."""

    def visit_VARCHAR(self, type_, **kw):
        return "String"

    visit_TEXT = visit_CHAR = visit_NVARCHAR = visit_VARCHAR

    def visit_DATETIME(self, type_, **kw):
        return "DateTime64(6)"

    visit_TIMESTAMP = visit_DATETIME

    def visit_DATE(self, type_, **kw):
        return "Date32"


class ClickHouseIdentifiers(compiler.IdentifierPreparer):
    """Names in backticks, in which a backslash is an escape."""

    def __init__(self, dialect):
        super().__init__(dialect, initial_quote="`", escape_quote="`")

    def _escape_identifier(self, value):
        return super()._escape_identifier(value.replace("\\", "\\\\"))


class ClickHouseJdbcDialect(default.DefaultDialect):
    """ClickHouse over JDBC. Names of databases, tables and columns come from the driver's ``DatabaseMetaData``."""

    name = "clickhouse"
    driver = "jdbc"
    default_paramstyle = "qmark"
    max_identifier_length = 255
    supports_statement_cache = True
    supports_native_boolean = True
    supports_native_decimal = True
    supports_multivalues_insert = True
    supports_alter = True
    supports_sequences = False
    supports_default_values = False
    supports_sane_rowcount = False
    supports_sane_multi_rowcount = False
    supports_views = True
    postfetch_lastrowid = False
    insert_returning = False
    statement_compiler = ClickHouseCompiler
    type_compiler = ClickHouseTypeCompiler
    type_compiler_cls = ClickHouseTypeCompiler
    preparer = ClickHouseIdentifiers
    colspecs = {types.String: Text, types.Date: Date, types.DateTime: DateTime}

    @classmethod
    def dbapi(cls):
        return dbapi

    @classmethod
    def import_dbapi(cls):
        return dbapi

    def create_connect_args(self, url):
        properties = {name: ",".join(util.to_list(value)) for name, value in url.query.items()}
        place = (url.host or "localhost") + (f":{url.port}" if url.port else "")
        if ":" in (url.host or ""):
            place = f"[{url.host}]" + (f":{url.port}" if url.port else "")
        if url.database:
            properties["database"] = url.database
        if url.username:
            properties["user"] = url.username
        if url.password:
            properties["password"] = str(url.password)
        return [f"jdbc:clickhouse://{place}"], {"properties": properties}

    def do_begin(self, dbapi_connection):
        """Nothing: there are no transactions."""

    def do_rollback(self, dbapi_connection):
        """Nothing: there are no transactions."""

    def do_commit(self, dbapi_connection):
        """Nothing: there are no transactions."""

    def is_disconnect(self, e, connection, cursor):
        return isinstance(e, dbapi.OperationalError) and "connection" in str(e).lower()

    def _get_server_version_info(self, connection):
        version = connection.exec_driver_sql("SELECT version()").scalar()
        return tuple(int(part) for part in version.split(".") if part.isdigit())

    def _get_default_schema_name(self, connection):
        return _dbapi(connection).schema()

    def _check_unicode_returns(self, connection, additional_tests=None):
        return True

    @reflection.cache
    def get_schema_names(self, connection, **kw):
        return [row["TABLE_SCHEM"] for row in _dbapi(connection).metadata("getSchemas")]

    @reflection.cache
    def get_table_names(self, connection, schema=None, **kw):
        return self._names(connection, schema, _TABLES)

    @reflection.cache
    def get_view_names(self, connection, schema=None, **kw):
        return self._names(connection, schema, _VIEWS)

    def has_table(self, connection, table_name, schema=None, **kw):
        return bool(self._tables(connection, schema, _pattern(table_name), None))

    @reflection.cache
    def get_columns(self, connection, table_name, schema=None, **kw):
        rows = _dbapi(connection).metadata("getColumns", None, self._schema(schema), _pattern(table_name), "%")
        if not rows:
            raise exc.NoSuchTableError(table_name)
        return [
            {
                "name": row["COLUMN_NAME"],
                "type": ClickHouseType(row["TYPE_NAME"], row["DATA_TYPE"]),
                "nullable": row["IS_NULLABLE"] == "YES",
                "default": row["COLUMN_DEF"],
                "comment": row["REMARKS"] or None,
                "autoincrement": False,
            }
            for row in rows
        ]

    def get_pk_constraint(self, connection, table_name, schema=None, **kw):
        """None: a primary key of ClickHouse is an order, in which rows may be equal."""
        return {"constrained_columns": [], "name": None}

    def get_foreign_keys(self, connection, table_name, schema=None, **kw):
        return []

    def get_indexes(self, connection, table_name, schema=None, **kw):
        return []

    def get_unique_constraints(self, connection, table_name, schema=None, **kw):
        return []

    @reflection.cache
    def get_table_comment(self, connection, table_name, schema=None, **kw):
        rows = self._tables(connection, schema, _pattern(table_name), None)
        if not rows:
            raise exc.NoSuchTableError(table_name)
        return {"text": rows[0]["REMARKS"] or None}

    @reflection.cache
    def get_view_definition(self, connection, view_name, schema=None, **kw):
        sql = "SELECT as_select FROM system.tables WHERE database = ? AND name = ?"
        return connection.exec_driver_sql(sql, (self._schema_name(schema), view_name)).scalar()

    def _names(self, connection, schema, kinds):
        return [row["TABLE_NAME"] for row in self._tables(connection, schema, "%", kinds)]

    def _tables(self, connection, schema, pattern, kinds):
        return _dbapi(connection).metadata("getTables", None, self._schema(schema), pattern, kinds)

    def _schema(self, schema):
        return _pattern(self._schema_name(schema))

    def _schema_name(self, schema):
        return schema or self.default_schema_name


def _pattern(name: str) -> str:
    """A name as a pattern of DatabaseMetaData that means it alone."""
    for special in (_ESCAPE, "%", "_"):
        name = name.replace(special, _ESCAPE + special)
    return name


def _dbapi(connection) -> dbapi.Connection:
    raw = connection.connection
    return raw if isinstance(raw, dbapi.Connection) else raw.dbapi_connection
