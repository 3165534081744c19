package io.chconnect.dataframe.tablesaw;

import io.chconnect.client.ResultColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;

/**
 * A column of Tablesaw that grows block by block.
 *
 * @param name the name of the column
 * @param column takes the values
 * @param appender adds the value of a row that is not NULL
 */
record TablesawColumn(String name, tech.tablesaw.columns.Column<?> column, Appender appender) {
    /** Adds a value. */
    @FunctionalInterface
    interface Appender {
        void append(Column from, int row);
    }

    static TablesawColumn of(ResultColumn result) {
        String name = result.name();
        return switch (plain(result.type()).kind()) {
            case INT8, UINT8, INT16 -> {
                ShortColumn to = ShortColumn.create(name);
                yield new TablesawColumn(
                        name, to, (from, row) -> to.append((short) present(from.getLong(row), Short.MIN_VALUE)));
            }
            case UINT16, INT32 -> {
                IntColumn to = IntColumn.create(name);
                yield new TablesawColumn(
                        name, to, (from, row) -> to.append((int) present(from.getLong(row), Integer.MIN_VALUE)));
            }
            case UINT32, INT64 -> {
                LongColumn to = LongColumn.create(name);
                yield new TablesawColumn(
                        name, to, (from, row) -> to.append(present(from.getLong(row), Long.MIN_VALUE)));
            }
            case FLOAT32, BFLOAT16 -> {
                FloatColumn to = FloatColumn.create(name);
                yield new TablesawColumn(name, to, (from, row) -> to.append((float) from.getDouble(row)));
            }
            case FLOAT64 -> {
                DoubleColumn to = DoubleColumn.create(name);
                yield new TablesawColumn(name, to, (from, row) -> to.append(from.getDouble(row)));
            }
            case BOOL -> {
                BooleanColumn to = BooleanColumn.create(name);
                yield new TablesawColumn(name, to, (from, row) -> to.append((Boolean) from.get(row)));
            }
            case DATE, DATE32 -> {
                DateColumn to = DateColumn.create(name);
                yield new TablesawColumn(name, to, (from, row) -> to.append((LocalDate) from.get(row)));
            }
            case DATETIME, DATETIME64 -> {
                InstantColumn to = InstantColumn.create(name);
                yield new TablesawColumn(
                        name, to, (from, row) -> to.append(instant(Objects.requireNonNull(from.get(row)))));
            }
            default -> {
                StringColumn to = StringColumn.create(name);
                yield new TablesawColumn(name, to, (from, row) -> to.append(text(from, row)));
            }
        };
    }

    /** Adds the values of a column. */
    void append(Column from) {
        for (int row = 0; row < from.rowCount(); row++) {
            if (from.isNull(row)) {
                column.appendMissing();
            } else {
                try {
                    appender.append(from, row);
                } catch (ConversionException e) {
                    throw e.at(name, row);
                }
            }
        }
    }

    private static long present(long value, long missing) {
        if (value == missing) {
            throw ConversionException.of(value, "a number of Tablesaw", "there it stands for what is missing");
        }
        return value;
    }

    private static Instant instant(Object value) {
        Instant instant = ((ZonedDateTime) value).toInstant();
        if (!instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
            throw ConversionException.of(
                    instant, "an instant of Tablesaw", "it counts in milliseconds: round it in the statement");
        }
        return instant;
    }

    private static String text(Column from, int row) {
        return from.get(row) instanceof String text ? text : from.getText(row);
    }

    private static DataType plain(DataType type) {
        return switch (type.kind()) {
            case NULLABLE -> plain(((NullableType) type).inner());
            case LOW_CARDINALITY -> plain(((LowCardinalityType) type).inner());
            default -> type;
        };
    }
}
