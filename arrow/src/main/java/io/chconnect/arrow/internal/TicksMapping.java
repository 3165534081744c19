package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.time.ZoneOffset;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Dates, times and intervals: counts of some unit on both sides, not always of the same width or unit. */
final class TicksMapping extends Mapping {
    /** How a column stores its ticks. */
    enum Storage {
        UNSIGNED_SHORT,
        INT,
        UNSIGNED_INT,
        LONG
    }

    private final Storage storage;
    private final TickUnit unit;
    private final long least;
    private final long most;

    /**
     * Creates the mapping.
     *
     * @param unit what a stored tick is
     * @param least the least stored value of the type
     * @param most the greatest stored value of the type
     */
    TicksMapping(DataType type, ArrowType arrowType, Storage storage, TickUnit unit, long least, long most) {
        super(type, arrowType);
        this.storage = storage;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        out.field(column.rowCount(), nulls);
        if (TickUnit.width(arrowType()) == Integer.SIZE) {
            out.ints(column instanceof ShortColumn ? widen(column.asShorts()) : column.asInts());
        } else {
            long factor = unit.ticksOf(TickUnit.of(arrowType()));
            if (factor != 1) {
                out.longs(multiplied(column.asLongs(), factor));
            } else if (column instanceof IntColumn) {
                out.intsAsLongs(column.asInts(), storage != Storage.UNSIGNED_INT);
            } else {
                out.longs(column.asLongs());
            }
        }
    }

    @Override
    public boolean accepts(Field field) {
        ArrowType from = field.getType();
        return from.getTypeID() == arrowType().getTypeID()
                || (isTimeOfDay(from) && isDuration(arrowType()))
                || isStorage(from);
    }

    /** ClickHouse itself writes DateTime, and older servers Date, as the numbers that they store. */
    private boolean isStorage(ArrowType from) {
        return from instanceof ArrowType.Int number
                && !number.getIsSigned()
                && switch (storage) {
                    case UNSIGNED_INT -> number.getBitWidth() == Integer.SIZE;
                    case UNSIGNED_SHORT -> number.getBitWidth() == Short.SIZE;
                    case INT, LONG -> false;
                };
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        ArrowType from = vector.getField().getType();
        int rows = vector.getValueCount();
        if (from instanceof ArrowType.Int) {
            return stored(in, vector, rows, nulls);
        }
        long[] ticks = TickUnit.width(from) == Integer.SIZE
                ? widenInts(VectorInput.ints(vector.getDataBuffer(), rows))
                : VectorInput.longs(vector.getDataBuffer(), rows);
        NullRows.clear(ticks, nulls);
        TickUnit foreign = TickUnit.of(from);
        if (from instanceof ArrowType.Timestamp timestamp && timestamp.getTimezone() == null) {
            WallTimes.toInstants(ticks, foreign, WallTimes.zone(type(), in.zone()), nulls);
        }
        foreign.convert(ticks, unit, type(), nulls);
        for (int row = 0; row < rows; row++) {
            if (ticks[row] < least || ticks[row] > most) {
                throw ConversionException.of(unit.text(ticks[row]), type().name(), "it is out of range")
                        .atRow(row);
            }
        }
        return in.factory().stored(type(), narrow(ticks));
    }

    private Column stored(VectorInput in, FieldVector vector, int rows, boolean @Nullable [] nulls) {
        Object values = storage == Storage.UNSIGNED_INT
                ? VectorInput.ints(vector.getDataBuffer(), rows)
                : VectorInput.shorts(vector.getDataBuffer(), rows);
        NullRows.clear(values, nulls);
        return in.factory().stored(type(), values);
    }

    private static boolean isTimeOfDay(ArrowType type) {
        return type instanceof ArrowType.Time;
    }

    private static boolean isDuration(ArrowType type) {
        return type instanceof ArrowType.Duration;
    }

    private long[] multiplied(long[] ticks, long factor) {
        long[] values = new long[ticks.length];
        for (int row = 0; row < values.length; row++) {
            long high = Math.multiplyHigh(ticks[row], factor);
            long low = ticks[row] * factor;
            if (high != low >> 63) {
                throw ConversionException.of(
                                unit.text(ticks[row]), arrowType().toString(), "it is beyond 64 bits of nanoseconds")
                        .atRow(row);
            }
            values[row] = low;
        }
        return values;
    }

    private Object narrow(long[] ticks) {
        switch (storage) {
            case LONG -> {
                return ticks;
            }
            case UNSIGNED_SHORT -> {
                short[] values = new short[ticks.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = (short) ticks[row];
                }
                return values;
            }
            default -> {
                int[] values = new int[ticks.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = (int) ticks[row];
                }
                return values;
            }
        }
    }

    private static int[] widen(short[] values) {
        int[] wide = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            wide[row] = values[row] & 0xFFFF;
        }
        return wide;
    }

    private static long[] widenInts(int[] values) {
        long[] wide = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            wide[row] = values[row];
        }
        return wide;
    }

    /** Whether wall times and points in time are the same numbers in a zone. */
    static boolean isUtc(java.time.ZoneId zone) {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(java.time.Instant.EPOCH).equals(ZoneOffset.UTC);
    }
}
