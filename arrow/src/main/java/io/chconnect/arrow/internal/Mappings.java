package io.chconnect.arrow.internal;

import io.chconnect.arrow.ArrowOptions;
import io.chconnect.arrow.internal.TicksMapping.Storage;
import io.chconnect.codec.ColumnFactory;
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
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** The table of types: how each kind stands in Arrow. Not thread-safe; the mappings that it makes are. */
public final class Mappings {
    private static final VariantType GEOMETRY = new VariantType(List.of(
            GeoType.POINT,
            GeoType.RING,
            GeoType.LINE_STRING,
            GeoType.MULTI_LINE_STRING,
            GeoType.POLYGON,
            GeoType.MULTI_POLYGON));
    private static final long DATE32_LEAST = -25_567;
    private static final long DATE32_MOST = 120_529;
    private static final long TIME_MOST = 3_599_999;

    private final ZoneId zone;
    private final ArrowOptions options;
    private long dictionaries;

    /**
     * Creates the table.
     *
     * @param zone of DateTime columns whose type names none
     */
    public Mappings(ZoneId zone, ArrowOptions options) {
        this.zone = zone;
        this.options = options;
    }

    /** The mapping of a type. */
    public Mapping of(DataType type) {
        return of(type, false);
    }

    /** The mapping of a type; {@code exact} when the server cannot convert what is read to it. */
    private Mapping of(DataType type, boolean exact) {
        return switch (type.kind()) {
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> {
                IntegerType integer = (IntegerType) type;
                yield new PrimitiveMapping(type, new ArrowType.Int(integer.bits(), integer.signed()));
            }
            case INT128, INT256, UINT128, UINT256 ->
                new FixedBytesMapping(type, ((IntegerType) type).bits() / Byte.SIZE);
            case BFLOAT16, FLOAT32 ->
                new PrimitiveMapping(type, new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE));
            case FLOAT64 -> new PrimitiveMapping(type, new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
            case DECIMAL -> new DecimalMapping((DecimalType) type);
            case BOOL -> new BoolMapping();
            case STRING -> new StringMapping(options.binaryStrings());
            case FIXED_STRING -> new FixedBytesMapping(type, ((FixedStringType) type).length());
            case UUID -> new UUIDMapping();
            case IPV4 -> new PrimitiveMapping(type, new ArrowType.Int(Integer.SIZE, false));
            case IPV6 -> new FixedBytesMapping(type, 16);
            case DATE ->
                new TicksMapping(
                        type, new ArrowType.Date(DateUnit.DAY), Storage.UNSIGNED_SHORT, TickUnit.DAY, 0, 0xFFFF);
            case DATE32 ->
                new TicksMapping(
                        type, new ArrowType.Date(DateUnit.DAY), Storage.INT, TickUnit.DAY, DATE32_LEAST, DATE32_MOST);
            case DATETIME ->
                new TicksMapping(
                        type,
                        new ArrowType.Timestamp(TimeUnit.SECOND, zone(((DateTimeType) type).zone())),
                        Storage.UNSIGNED_INT,
                        TickUnit.SECOND,
                        0,
                        0xFFFFFFFFL);
            case DATETIME64 -> dateTime64((DateTime64Type) type);
            case TIME ->
                new TicksMapping(
                        type,
                        new ArrowType.Duration(TimeUnit.SECOND),
                        Storage.INT,
                        TickUnit.SECOND,
                        -TIME_MOST,
                        TIME_MOST);
            case TIME64 -> time64((Time64Type) type);
            case INTERVAL -> interval((IntervalType) type);
            case ENUM8, ENUM16 -> new EnumMapping((EnumType) type);
            case NOTHING -> new NothingMapping();
            case NULLABLE -> new NullableMapping((NullableType) type, of(((NullableType) type).inner(), exact));
            case LOW_CARDINALITY -> lowCardinality((LowCardinalityType) type, exact);
            case ARRAY -> new ListMapping(type, of(((ArrayType) type).element(), exact));
            case TUPLE -> tuple(type, (TupleType) type, exact);
            case MAP -> {
                MapType map = (MapType) type;
                yield new MapMapping(map, of(map.key(), exact), of(map.value(), exact));
            }
            case NESTED -> {
                TupleType element = new TupleType(((NestedType) type).elements());
                yield new ListMapping(type, tuple(element, element, exact));
            }
            case GEO -> geo((GeoType) type);
            case SIMPLE_AGGREGATE_FUNCTION -> of(((SimpleAggregateFunctionType) type).storage(), exact);
            case VARIANT -> union(type, (VariantType) type);
            case GEOMETRY -> union(type, GEOMETRY);
            case DYNAMIC -> dynamic((DynamicType) type);
            case JSON -> json((JSONType) type);
            case QBIT -> new QBitMapping((QBitType) type, of(((QBitType) type).element()));
            case AGGREGATE_FUNCTION ->
                throw new UnsupportedTypeException(
                        null,
                        type.name(),
                        "it is an unfinished aggregation; finish it in the statement with finalizeAggregation(column)");
            // What Arrow has no form for.
            default -> new TextMapping(type);
        };
    }

    private String zone(@Nullable String name) {
        return name == null ? zone.getId() : name;
    }

    private Mapping dateTime64(DateTime64Type type) {
        return new TicksMapping(
                type,
                new ArrowType.Timestamp(TickUnit.timeUnit(type.precision()), zone(type.zone())),
                Storage.LONG,
                TickUnit.ofDigits(type.precision()),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }

    private static Mapping time64(Time64Type type) {
        TickUnit unit = TickUnit.ofDigits(type.precision());
        long most = (TIME_MOST + 1) * unit.perSecond() - 1;
        return new TicksMapping(
                type, new ArrowType.Duration(TickUnit.timeUnit(type.precision())), Storage.LONG, unit, -most, most);
    }

    /** Arrow has no count of minutes, hours, days and so on alone. */
    private static Mapping interval(IntervalType type) {
        return switch (type.unit()) {
            case NANOSECOND -> duration(type, TimeUnit.NANOSECOND);
            case MICROSECOND -> duration(type, TimeUnit.MICROSECOND);
            case MILLISECOND -> duration(type, TimeUnit.MILLISECOND);
            case SECOND -> duration(type, TimeUnit.SECOND);
            case MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR ->
                new PrimitiveMapping(type, new ArrowType.Int(Long.SIZE, true));
        };
    }

    private static Mapping duration(IntervalType type, TimeUnit unit) {
        return new TicksMapping(
                type,
                new ArrowType.Duration(unit),
                Storage.LONG,
                TickUnit.ofDigits(TickUnit.digits(unit)),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }

    private Mapping lowCardinality(LowCardinalityType type, boolean exact) {
        long id = options.dictionaries() ? dictionaries++ : -1;
        return new LowCardinalityMapping(type, of(type.inner(), exact), exact, id, zone);
    }

    private Mapping tuple(DataType type, TupleType tuple, boolean exact) {
        return new StructMapping(
                type,
                tuple,
                tuple.elements().stream()
                        .map(element -> of(element.type(), exact))
                        .toList());
    }

    private Mapping geo(GeoType type) {
        return type.storage() instanceof ArrayType array
                ? new ListMapping(type, of(array.element()))
                : tuple(type, (TupleType) type.storage(), false);
    }

    private Mapping dynamic(DynamicType type) {
        ColumnFactory factory = new ColumnFactory(zone);
        if (options.dynamicTypes().isEmpty()) {
            return DynamicMapping.texts(type, factory, member -> of(member, true));
        }
        VariantType members = new VariantType(options.dynamicTypes());
        return DynamicMapping.union(type, union(members, members), factory, member -> of(member, true));
    }

    private Mapping json(JSONType type) {
        Map<String, Mapping> paths = new LinkedHashMap<>();
        type.typedPaths().forEach((path, declared) -> paths.put(path, of(declared)));
        return new JSONMapping(type, paths, options.jsonStructs(), new ColumnFactory(zone));
    }

    private UnionMapping union(DataType type, VariantType variant) {
        if (variant.members().size() >= Byte.MAX_VALUE) {
            throw new UnsupportedTypeException(
                    null, type.name(), "a union of Arrow has at most " + Byte.MAX_VALUE + " members");
        }
        return new UnionMapping(
                type, variant.members().stream().map(member -> of(member, true)).toList());
    }
}
