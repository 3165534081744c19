package io.chconnect.benchmarks.path.frame;

import io.chconnect.benchmarks.path.data.FiveColumns;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Adds vectors up. */
final class Vectors {
    private Vectors() {}

    static long checksum(VectorSchemaRoot root) {
        UInt8Vector id = (UInt8Vector) root.getVector(0);
        VarCharVector name = (VarCharVector) root.getVector(1);
        Float8Vector metric = (Float8Vector) root.getVector(2);
        FieldVector at = root.getVector(3);
        IntVector code = (IntVector) root.getVector(4);
        TimeStampVector times = at instanceof TimeStampVector stamps ? stamps : null;
        long sum = 0;
        for (int row = 0; row < root.getRowCount(); row++) {
            // Some servers write DateTime as a number of 32 bits.
            long seconds = times == null ? ((BaseIntVector) at).getValueAsLong(row) : times.get(row);
            sum += FiveColumns.checksum(id.get(row), name.getValueLength(row), metric.get(row), seconds, code.get(row));
        }
        return sum;
    }
}
