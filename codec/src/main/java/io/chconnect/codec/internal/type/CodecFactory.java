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
import io.chconnect.codec.internal.value.NaturalTypes;
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
import io.chconnect.types.DynamicType;
import io.chconnect.types.EnumType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.GeoType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.JSONType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TupleType;
import io.chconnect.types.VariantType;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the codec of a type. The only switch over all kinds of types: a new scalar needs its line here. Immutable and thread-safe. */
public final class CodecFactory {
    private static final VariantType GEOMETRY = new VariantType(List.of(
            GeoType.POINT,
            GeoType.RING,
            GeoType.LINE_STRING,
            GeoType.MULTI_LINE_STRING,
            GeoType.POLYGON,
            GeoType.MULTI_POLYGON));

    private final ZoneId zone;
    private final TypeReader types;
    private final RoundingMode rounding;

    /**
     * Creates a factory.
     *
     * @param zone of DateTime columns whose type names none
     * @param types how types stand in the data
     * @param rounding what to do with digits of a fraction that a type does not have
     */
    private CodecFactory(ZoneId zone, TypeReader types, RoundingMode rounding) {
        this.zone = zone;
        this.types = types;
        this.rounding = rounding;
    }

    /**
     * Creates a factory for data with the names of types in it, which refuses digits that a type does not have.
     *
     * @param zone of DateTime columns whose type names none
     */
    public CodecFactory(ZoneId zone) {
        this(zone, TypeReader.NAMES, RoundingMode.UNNECESSARY);
    }

    /** For data with types in their binary form. */
    public CodecFactory withBinaryTypes() {
        return new CodecFactory(zone, TypeReader.BINARY, rounding);
    }

    /** With a rule for digits of a fraction that a type does not have. */
    public CodecFactory withRounding(RoundingMode mode) {
        return new CodecFactory(zone, types, mode);
    }

    /** The codec of a type. */
    public ColumnCodec codec(DataType type) {
        return codec(type, type);
    }

    /** The codec of a type that is stored as another, or as itself. */
    private ColumnCodec codec(DataType type, DataType storage) {
        return switch (storage.kind()) {
            case INT8, UINT8 -> new ByteCodec(type, new IntegerValues((IntegerType) storage));
            case INT16, UINT16 -> new ShortCodec(type, new IntegerValues((IntegerType) storage));
            case INT32, UINT32 -> new IntCodec(type, new IntegerValues((IntegerType) storage));
            case INT64, UINT64 -> new LongCodec(type, new IntegerValues((IntegerType) storage));
            case INT128, INT256, UINT128, UINT256 -> wide(type, (IntegerType) storage);
            case BFLOAT16 -> new BFloat16Codec(type);
            case FLOAT32 -> new Float32Codec(type);
            case FLOAT64 -> new Float64Codec(type);
            case DECIMAL -> decimal(type, (DecimalType) storage);
            case BOOL -> new ByteCodec(type, new BoolValues());
            case STRING -> new StringCodec(type);
            case FIXED_STRING -> fixedString(type, (FixedStringType) storage);
            case UUID -> sixteenBytes(type, new UUIDValues());
            case IPV4 -> new IntCodec(type, new IPv4Values());
            case IPV6 -> sixteenBytes(type, new IPv6Values());
            case DATE -> new ShortCodec(type, new DateValues(storage));
            case DATE32 -> new IntCodec(type, new DateValues(storage));
            case DATETIME -> dateTime(type, (DateTimeType) storage);
            case DATETIME64 -> dateTime64(type, (DateTime64Type) storage);
            case TIME -> new IntCodec(type, new TimeValues(storage, 0, rounding));
            case TIME64 -> new LongCodec(type, new TimeValues(storage, ((Time64Type) storage).precision(), rounding));
            case INTERVAL -> new LongCodec(type, new IntervalValues((IntervalType) storage));
            case ENUM8 -> new ByteCodec(type, new EnumValues((EnumType) storage));
            case ENUM16 -> new ShortCodec(type, new EnumValues((EnumType) storage));
            case NOTHING -> new NothingCodec(type);
            case NULLABLE -> new NullableCodec(type, codec(((NullableType) storage).inner()));
            case LOW_CARDINALITY -> lowCardinality(type, (LowCardinalityType) storage);
            case ARRAY -> new ArrayCodec(type, codec(((ArrayType) storage).element()));
            case TUPLE -> tuple(type, (TupleType) storage);
            case MAP -> map(type, (MapType) storage);
            case NESTED -> codec(type, ((NestedType) storage).asArray());
            case GEO -> codec(type, ((GeoType) storage).storage());
            case SIMPLE_AGGREGATE_FUNCTION -> codec(type, ((SimpleAggregateFunctionType) storage).storage());
            case AGGREGATE_FUNCTION ->
                throw new UnsupportedTypeException(
                        null,
                        type.name(),
                        "it is an unfinished aggregation; finish it in the statement with the function's -Merge form or with"
                                + " finalizeAggregation(column)");
            case GEOMETRY -> variant(type, GEOMETRY);
            case VARIANT -> variant(type, (VariantType) storage);
            case DYNAMIC -> dynamic(type, (DynamicType) storage, NaturalTypes.ofDynamic());
            case JSON -> json(type, (JSONType) storage);
            case QBIT -> new QBitCodec(type, (QBitType) storage, codec(((QBitType) storage).element()));
        };
    }

    private static ColumnCodec wide(DataType type, IntegerType storage) {
        return new FixedBytesCodec(type, new WideIntegerValues(storage), storage.bits() / Byte.SIZE);
    }

    private ColumnCodec decimal(DataType type, DecimalType storage) {
        DecimalValues values = new DecimalValues(storage, rounding);
        return switch (storage.bits()) {
            case Integer.SIZE -> new IntCodec(type, values);
            case Long.SIZE -> new LongCodec(type, values);
            default -> new FixedBytesCodec(type, values, storage.bits() / Byte.SIZE);
        };
    }

    private static ColumnCodec fixedString(DataType type, FixedStringType storage) {
        return new FixedBytesCodec(type, new FixedStringValues(storage), storage.length());
    }

    private static ColumnCodec sixteenBytes(DataType type, BytesValues values) {
        return new FixedBytesCodec(type, values, 16);
    }

    private ColumnCodec dateTime(DataType type, DateTimeType storage) {
        return new IntCodec(type, DateTimeValues.seconds(storage, zone(storage, storage.zone()), rounding));
    }

    private ColumnCodec dateTime64(DataType type, DateTime64Type storage) {
        ZoneId columnZone = zone(storage, storage.zone());
        return new LongCodec(type, DateTimeValues.ticks(storage, columnZone, storage.precision(), rounding));
    }

    private ColumnCodec lowCardinality(DataType type, LowCardinalityType storage) {
        DataType inner =
                storage.inner() instanceof SimpleAggregateFunctionType function ? function.storage() : storage.inner();
        boolean nullable = inner instanceof NullableType;
        return new LowCardinalityCodec(type, codec(nullable ? ((NullableType) inner).inner() : inner), nullable);
    }

    private ColumnCodec tuple(DataType type, TupleType storage) {
        return new TupleCodec(
                type,
                storage,
                storage.elements().stream()
                        .map(element -> codec(element.type()))
                        .toList());
    }

    private ColumnCodec map(DataType type, MapType storage) {
        return new MapCodec(type, codec(storage.key()), codec(storage.value()));
    }

    private ColumnCodec variant(DataType type, VariantType storage) {
        return new VariantCodec(
                type,
                storage.members(),
                storage.members().stream().map(this::codec).toList());
    }

    private DynamicCodec dynamic(DataType type, DynamicType storage, NaturalTypes naturalTypes) {
        return new DynamicCodec(type, storage.maxTypes(), this::codec, types, naturalTypes::of);
    }

    private ColumnCodec json(DataType type, JSONType storage) {
        Map<String, ColumnCodec> typed = new LinkedHashMap<>();
        storage.typedPaths().forEach((path, pathType) -> typed.put(path, codec(pathType)));
        DynamicType paths = new DynamicType(storage.maxDynamicTypes());
        return new JSONCodec(
                type, storage.maxDynamicPaths(), typed, dynamic(paths, paths, NaturalTypes.ofJSON(storage)));
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
