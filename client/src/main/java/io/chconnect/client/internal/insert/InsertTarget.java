package io.chconnect.client.internal.insert;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

/**
 * The columns an insert fills.
 *
 * @param names their names
 * @param types their types
 * @param zone the zone of wall times for DateTime columns whose type names none
 */
public record InsertTarget(List<String> names, List<DataType> types, ZoneId zone) {
    /** A builder of a block of these columns. */
    public BlockBuilder builder(int expectedRows) {
        return new BlockBuilder(names, types, zone, expectedRows);
    }

    /** Fails unless there are columns, each once. */
    public static void requireDistinct(List<String> columns) {
        if (columns.isEmpty() || new HashSet<>(columns).size() != columns.size()) {
            throw new ConfigurationException(
                    "The columns of an insert are " + columns + ": expected each once, and one at least");
        }
    }
}
