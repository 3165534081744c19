package io.chconnect.examples.quickstart;

import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;

/** Some flights, column by column. */
final class FlightColumns {
    /** The columns and their types, as a table's structure. */
    static final String STRUCTURE = "date DateTime('UTC'), delay Int16, distance UInt16,"
            + " origin LowCardinality(String), destination LowCardinality(String)";

    /** The order of {@link #STRUCTURE}. */
    static final List<String> NAMES = List.of("date", "delay", "distance", "origin", "destination");

    /** The same number as {@link #checksum}, computed by ClickHouse. */
    static final String CHECKSUM = "sum(toInt64(CRC32(concat(origin, destination)) * toUInt64(toUnixTimestamp(date)))"
            + " + toInt64(delay) * distance)";

    private static final DataType DATE = DataTypes.parse("DateTime('UTC')");
    private static final DataType DELAY = DataTypes.parse("Int16");
    private static final DataType DISTANCE = DataTypes.parse("UInt16");
    private static final DataType AIRPORT = DataTypes.parse("LowCardinality(String)");
    private static final ColumnFactory FACTORY = new ColumnFactory(ZoneOffset.UTC);

    /** Seconds since 1970 of the departure. */
    private final int[] date;

    /** Minutes, negative when early. */
    private final short[] delay;

    /** Miles. */
    private final short[] distance;

    /** Codes of the airports of departure. */
    private final String[] origin;

    /** Codes of the airports of arrival. */
    private final String[] destination;

    /** Takes the arrays of a block with these columns; numbers are not copied. */
    @SuppressWarnings("NullAway") // the columns are not Nullable
    FlightColumns(Block block) {
        date = block.column("date").asInts();
        delay = block.column("delay").asShorts();
        distance = block.column("distance").asShorts();
        origin = block.column("origin").toStrings();
        destination = block.column("destination").toStrings();
    }

    /** The same as a block; numbers are not copied. */
    Block toBlock() {
        return new Block(
                NAMES,
                List.of(
                        FACTORY.column(DATE, date),
                        FACTORY.column(DELAY, delay),
                        FACTORY.column(DISTANCE, distance),
                        FACTORY.column(AIRPORT, origin),
                        FACTORY.column(AIRPORT, destination)));
    }

    int rowCount() {
        return date.length;
    }

    /** The bytes of all values. */
    long bytes() {
        long bytes = (long) rowCount() * (Integer.BYTES + 2 * Short.BYTES);
        for (int row = 0; row < rowCount(); row++) {
            bytes += origin[row].length() + destination[row].length();
        }
        return bytes;
    }

    /** A number that every value takes part in; sums of several parts are the checksum of the whole. */
    long checksum() {
        CRC32 crc = new CRC32();
        long sum = 0;
        for (int row = 0; row < rowCount(); row++) {
            crc.reset();
            crc.update(origin[row].getBytes(StandardCharsets.UTF_8));
            crc.update(destination[row].getBytes(StandardCharsets.UTF_8));
            sum += crc.getValue() * Integer.toUnsignedLong(date[row]);
            sum += (long) delay[row] * Short.toUnsignedInt(distance[row]);
        }
        return sum;
    }
}
