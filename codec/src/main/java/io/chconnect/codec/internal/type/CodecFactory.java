package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.codec.internal.value.BoolValues;
import io.chconnect.codec.internal.value.DateTimeValues;
import io.chconnect.codec.internal.value.DateValues;
import io.chconnect.codec.internal.value.DecimalValues;
import io.chconnect.codec.internal.value.EnumValues;
import io.chconnect.codec.internal.value.FixedStringValues;
import io.chconnect.codec.internal.value.IPv4Values;
import io.chconnect.codec.internal.value.IPv6Values;
import io.chconnect.codec.internal.value.IntegerValues;
import io.chconnect.codec.internal.value.IntervalValues;
import io.chconnect.codec.internal.value.TimeValues;
import io.chconnect.codec.internal.value.UUIDValues;
import io.chconnect.codec.internal.value.WideIntegerValues;
import io.chconnect.codec.internal.value.ZoneNames;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.DecimalType;
import io.chconnect.types.EnumType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.GeoType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TupleType;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Chooses the codec of a type. The only switch over all kinds of types. Immutable and thread-safe. */
public final class CodecFactory {
    private static final String NOT_YET = "this version of the driver cannot read or write it";

    private final ZoneId zone;

    /**
     * Creates a factory.
     *
     * @param zone of DateTime columns whose type names none
     */
    public CodecFactory(ZoneId zone) {
        this.zone = zone;
    }

    /** The codec of a type. */
    public ColumnCodec codec(DataType type) {
        return codec(type, type);
    }

    /** The codec of columns of {@code type}, which are stored as {@code stored}. */
    private ColumnCodec codec(DataType type, DataType stored) {
        return switch (stored.kind()) {
            case INT8, UINT8 -> new ByteCodec(type, new IntegerValues((IntegerType) stored));
            case INT16, UINT16 -> new ShortCodec(type, new IntegerValues((IntegerType) stored));
            case INT32, UINT32 -> new IntCodec(type, new IntegerValues((IntegerType) stored));
            case INT64, UINT64 -> new LongCodec(type, new IntegerValues((IntegerType) stored));
            case INT128, INT256, UINT128, UINT256 -> wide(type, (IntegerType) stored);
            case BFLOAT16 -> new BFloat16Codec(type);
            case FLOAT32 -> new Float32Codec(type);
            case FLOAT64 -> new Float64Codec(type);
            case DECIMAL -> decimal(type, (DecimalType) stored);
            case BOOL -> new ByteCodec(type, new BoolValues());
            case STRING -> new StringCodec(type);
            case FIXED_STRING -> fixedString(type, (FixedStringType) stored);
            case UUID -> sixteenBytes(type, new UUIDValues());
            case IPV4 -> new IntCodec(type, new IPv4Values());
            case IPV6 -> sixteenBytes(type, new IPv6Values());
            case DATE -> new ShortCodec(type, new DateValues(stored));
            case DATE32 -> new IntCodec(type, new DateValues(stored));
            case DATETIME ->
                new IntCodec(type, DateTimeValues.seconds(type, zone(type, ((DateTimeType) stored).zone())));
            case DATETIME64 -> dateTime64(type, (DateTime64Type) stored);
            case TIME -> new IntCodec(type, new TimeValues(type, 0));
            case TIME64 -> new LongCodec(type, new TimeValues(type, ((Time64Type) stored).precision()));
            case INTERVAL -> new LongCodec(type, new IntervalValues((IntervalType) stored));
            case ENUM8 -> new ByteCodec(type, new EnumValues((EnumType) stored));
            case ENUM16 -> new ShortCodec(type, new EnumValues((EnumType) stored));
            case NOTHING -> new NothingCodec();
            case NULLABLE -> new NullableCodec(type, codec(((NullableType) stored).inner()));
            case LOW_CARDINALITY -> lowCardinality(type, (LowCardinalityType) stored);
            case ARRAY -> new ArrayCodec(type, codec(((ArrayType) stored).element()));
            case TUPLE -> tuple(type, (TupleType) stored);
            case MAP -> new MapCodec(type, codec(((MapType) stored).key()), codec(((MapType) stored).value()));
            case NESTED ->
                new ArrayCodec(type, codec(((NestedType) stored).asArray().element()));
            case GEO -> geo(type, (GeoType) stored);
            case SIMPLE_AGGREGATE_FUNCTION -> codec(type, ((SimpleAggregateFunctionType) stored).storage());
            case AGGREGATE_FUNCTION ->
                throw new UnsupportedTypeException(
                        null,
                        type.name(),
                        "it is an unfinished aggregation; finish it in the statement with the function's -Merge form or with"
                                + " finalizeAggregation(column)");
            case GEOMETRY, VARIANT, DYNAMIC, JSON, QBIT ->
                throw new UnsupportedTypeException(
                        null, type.name(), NOT_YET + "; read it as text with toString(column)");
        };
    }

    private static ColumnCodec wide(DataType type, IntegerType stored) {
        return new FixedBytesCodec(type, new WideIntegerValues(stored), stored.bits() / Byte.SIZE);
    }

    private static ColumnCodec decimal(DataType type, DecimalType stored) {
        DecimalValues values = new DecimalValues(stored);
        return switch (stored.bits()) {
            case Integer.SIZE -> new IntCodec(type, values);
            case Long.SIZE -> new LongCodec(type, values);
            default -> new FixedBytesCodec(type, values, stored.bits() / Byte.SIZE);
        };
    }

    private static ColumnCodec fixedString(DataType type, FixedStringType stored) {
        return new FixedBytesCodec(type, new FixedStringValues(stored), stored.length());
    }

    private static ColumnCodec sixteenBytes(DataType type, BytesValues values) {
        return new FixedBytesCodec(type, values, 16);
    }

    private ColumnCodec dateTime64(DataType type, DateTime64Type stored) {
        return new LongCodec(type, DateTimeValues.ticks(type, zone(type, stored.zone()), stored.precision()));
    }

    private ColumnCodec lowCardinality(DataType type, LowCardinalityType stored) {
        DataType inner =
                stored.inner() instanceof SimpleAggregateFunctionType function ? function.storage() : stored.inner();
        boolean nullable = inner instanceof NullableType;
        return new LowCardinalityCodec(type, codec(nullable ? ((NullableType) inner).inner() : inner), nullable);
    }

    private ColumnCodec tuple(DataType type, TupleType tuple) {
        return new TupleCodec(
                type,
                tuple,
                tuple.elements().stream().map(element -> codec(element.type())).toList());
    }

    private ColumnCodec geo(DataType type, GeoType stored) {
        return stored.storage() instanceof TupleType
                ? tuple(type, (TupleType) stored.storage())
                : new ArrayCodec(type, codec(((ArrayType) stored.storage()).element()));
    }

    private ZoneId zone(DataType type, @Nullable String name) {
        if (name == null) {
            return zone;
        }
        ZoneId named = ZoneNames.resolve(name);
        if (named == null) {
            throw new UnsupportedTypeException(
                    null,
                    type.name(),
                    "this JVM's time zone data has no zone of that name; use toTimeZone in the statement");
        }
        return named;
    }
}
