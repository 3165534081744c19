# Reads an IPC file, checks it, and writes it again: TOOL SOURCE TARGET COMPRESSION
import sys

tool, source, target, compression = sys.argv[1:5]
if tool == "pyarrow":
    import pyarrow as pa

    with pa.ipc.open_file(source) as reader:
        table = reader.read_all()
    table.validate(full=True)
    options = pa.ipc.IpcWriteOptions(compression=None if compression == "none" else compression)
    with pa.ipc.new_file(target, table.schema, options=options) as writer:
        writer.write_table(table, max_chunksize=300)
    print(table.num_rows)
elif tool == "polars":
    import polars

    frame = polars.read_ipc(source)
    frame.write_ipc(target, compression="uncompressed" if compression == "none" else compression)
    print(frame.height)
elif tool == "parquet":
    import pyarrow.feather
    import pyarrow.parquet

    table = pyarrow.feather.read_table(source)
    pyarrow.parquet.write_table(table, target)
    print(table.num_rows)
else:
    import pandas

    frame = pandas.read_feather(source, dtype_backend="pyarrow")
    frame.to_feather(target, compression="uncompressed" if compression == "none" else compression)
    print(len(frame))
