#!/usr/bin/python3
"""Drives LibreOffice Base without a screen: a database document on the JDBC driver, browsed and queried.

usage: libreoffice.py SOFFICE JAR JDBC_URL DATABASE DIRECTORY

Prints what Base saw as JSON. DATABASE holds a table "flights" and a view "delays"; DIRECTORY takes LibreOffice's profile and
the database document, and is the caller's to delete.
"""

import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 120
COMMAND = 2  # com.sun.star.sdb.CommandType


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def url_of(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def start(soffice, directory):
    pipe = "clickhouse-connect-%d" % os.getpid()
    profile = url_of(os.path.join(directory, "profile"))
    office = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", "--nodefault", "-env:UserInstallation=" + profile,
         "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=sys.stderr, start_new_session=True)
    return office, "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe


def connect(office, address):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit("soffice ended with %s" % office.returncode)
            if time.monotonic() > end:
                raise SystemExit("soffice did not answer within %d seconds" % START_SECONDS)
            time.sleep(0.2)


def document(context, jar, jdbc_url, directory):
    """A database document, as the wizard makes one."""
    databases = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = jdbc_url
    source.User = "default"
    source.Info = (prop("JavaDriverClass", "io.chconnect.jdbc.ClickHouseDriver"), prop("JavaDriverClassPath", url_of(jar)))
    file = url_of(os.path.join(directory, "flights.odb"))
    source.DatabaseDocument.storeAsURL(file, ())
    return databases.getByName(file), file


def rows(result, count):
    found = []
    while result.next():
        found.append([result.getString(column) for column in range(1, count + 1)])
    return found


def browse(connection, database):
    meta = connection.getMetaData()
    tables = connection.getTables()
    names = sorted(name for name in tables.getElementNames() if name.startswith(database + "."))
    columns = tables.getByName(database + ".flights").getColumns()
    return {
        "product": meta.getDatabaseProductName(),
        "driver": meta.getDriverName(),
        "quote": meta.getIdentifierQuoteString(),
        "tables": names,
        "columns": [[name, columns.getByName(name).TypeName] for name in columns.getElementNames()],
    }


def query(connection, database):
    statement = connection.createStatement()
    result = statement.executeQuery(
        "SELECT origin, count(*) AS flights, avg(delay) AS delay FROM %s.flights GROUP BY origin ORDER BY origin" % database)
    found = rows(result, 3)
    statement.close()
    return found


def prepared(connection, database):
    statement = connection.prepareStatement("SELECT count(*) FROM %s.flights WHERE origin = ? AND delay > ?" % database)
    statement.setString(1, "A'1")
    statement.setInt(2, 3)
    found = rows(statement.executeQuery(), 1)
    statement.close()
    return found


def row_set(context, file, database):
    """What Base's table view and forms use; it scrolls."""
    row_set = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.RowSet", context)
    row_set.DataSourceName = file
    row_set.CommandType = COMMAND
    row_set.Command = "SELECT origin, delay FROM %s.delays ORDER BY delay" % database
    row_set.execute()
    row_set.last()
    count = row_set.getRow()
    last = row_set.getString(1)
    row_set.first()
    first = row_set.getString(1)
    row_set.dispose()
    return {"rows": count, "first": first, "last": last}


def write(connection, database):
    statement = connection.createStatement()
    statement.executeUpdate("INSERT INTO %s.flights VALUES ('2001-01-01 00:00:00', 99, 1, 'ZZZ', 'YYY')" % database)
    result = statement.executeQuery("SELECT delay FROM %s.flights WHERE origin = 'ZZZ'" % database)
    found = rows(result, 1)
    statement.close()
    return found


def main(soffice, jar, jdbc_url, database, directory):
    office, address = start(soffice, directory)
    try:
        context = connect(office, address)
        source, file = document(context, jar, jdbc_url, directory)
        connection = source.getConnection("default", "")
        seen = browse(connection, database)
        seen["query"] = query(connection, database)
        seen["prepared"] = prepared(connection, database)
        seen["row_set"] = row_set(context, file, database)
        seen["written"] = write(connection, database)
        connection.close()
        print(json.dumps(seen))
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        office.wait(60)
    finally:
        if office.poll() is None:
            os.killpg(office.pid, 9)
            office.wait()


if __name__ == "__main__":
    if len(sys.argv) != 6:
        raise SystemExit(__doc__)
    # So that LibreOffice ends with this program, however that ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main(*sys.argv[1:])
