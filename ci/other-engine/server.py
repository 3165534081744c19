"""Runs the engine of the wheel chdb-core as a server: server.py CONFIG STATEMENTS. It ends with its standard input."""
import os
import shutil
import sys
import threading

config, statements = sys.argv[1:]
directory = os.path.join(os.path.dirname(config), "python")
os.makedirs(directory, exist_ok=True)
# The engine reads the config.xml of the working directory.
shutil.copyfile(config, os.path.join(directory, "config.xml"))
os.chdir(directory)


def end_with_parent():
    while os.read(0, 4096):
        pass
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()

from chdb import _chdb  # noqa: E402

print(_chdb.query(statements, "TabSeparated", path=os.path.join(directory, "data")), file=sys.stderr)
