package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.DecimalType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.JSONType;
import io.chconnect.types.MapType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.internal.PlainTypes;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;

/** The type whose text a value without a type has. */
final class TextTypes {
    private static final DataType ANY = new DynamicType(DynamicType.DEFAULT_MAX_TYPES);

    private TextTypes() {}

    /**
     * The type that has the same text, whatever the true type of the value is.
     *
     * @param value a value without a type
     * @param json whether a map is an object of JSON, not a Map
     */
    static DataType typeOf(Object value, boolean json) {
        if (value instanceof Number number) {
            return numberType(number);
        }
        if (value instanceof String || value instanceof byte[]) {
            return SimpleType.STRING;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOL;
        }
        if (value instanceof LocalDate) {
            return SimpleType.DATE32;
        }
        if ((value instanceof ZonedDateTime || value instanceof LocalDateTime)) {
            return ((TemporalAccessor) value).get(ChronoField.NANO_OF_SECOND) == 0
                    ? new DateTimeType(null)
                    : new DateTime64Type(9, null);
        }
        if (value instanceof Duration time) {
            return time.toNanosPart() == 0 ? SimpleType.TIME : new Time64Type(9);
        }
        if (value instanceof Interval interval) {
            return new IntervalType(interval.unit());
        }
        if (value instanceof Map) {
            return json ? JSONType.DEFAULT : new MapType(ANY, ANY);
        }
        if (value instanceof Collection) {
            return new ArrayType(ANY);
        }
        DataType only = PlainTypes.ofOnlyValue(value);
        if (only != null) {
            return only;
        }
        throw ConversionException.of(value, "text", "there is no type with values of this class");
    }

    private static DataType numberType(Number value) {
        if (value instanceof Double) {
            return FloatType.FLOAT64;
        }
        if (value instanceof Float) {
            return FloatType.FLOAT32;
        }
        return value instanceof BigDecimal ? new DecimalType(DecimalType.MAX_PRECISION, 0) : IntegerType.INT256;
    }
}
