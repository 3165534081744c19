package io.chconnect.arrow.internal;

import io.chconnect.arrow.ArrowOptions;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.TupleType;
import io.chconnect.types.VariantType;
import io.chconnect.types.value.IntervalUnit;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** The ClickHouse type of a field: the one that it names, or the one with exactly the values of its Arrow type. */
public final class FieldTypes {
    /** Where a field names its ClickHouse type. */
    public static final String KEY = "clickhouse.type";

    private FieldTypes() {}

    /** The type of a field as it is in a message. */
    public static DataType of(Field field) {
        String name = field.getMetadata() == null ? null : field.getMetadata().get(KEY);
        if (name != null) {
            try {
                DataType type = DataTypes.parse(name);
                if (new Mappings(ZoneOffset.UTC, ArrowOptions.DEFAULT).of(type).accepts(field)) {
                    return type;
                }
            } catch (ClickHouseException e) {
                // Named by a program that knows more types; what Arrow says remains.
                return natural(field);
            }
        }
        return natural(field);
    }

    private static DataType natural(Field field) {
        DataType type = withoutNull(field);
        boolean wraps = field.isNullable() && type.kind().shape() == io.chconnect.types.TypeShape.SCALAR;
        DataType nullable = wraps ? DataTypes.nullable(type) : type;
        return field.getDictionary() != null && type.kind().inDictionaries()
                ? DataTypes.lowCardinality(nullable)
                : nullable;
    }

    private static DataType withoutNull(Field field) {
        ArrowType type = field.getType();
        return switch (type.getTypeID()) {
            case Null -> SimpleType.NOTHING;
            case Int -> integer((ArrowType.Int) type);
            case FloatingPoint ->
                switch (((ArrowType.FloatingPoint) type).getPrecision()) {
                    case HALF -> throw unsupported(field);
                    case SINGLE -> FloatType.FLOAT32;
                    case DOUBLE -> FloatType.FLOAT64;
                };
            case Utf8, LargeUtf8, Utf8View, Binary, LargeBinary, BinaryView -> SimpleType.STRING;
            case FixedSizeBinary ->
                "arrow.uuid".equals(field.getMetadata().get("ARROW:extension:name"))
                        ? SimpleType.UUID
                        : DataTypes.fixedString(((ArrowType.FixedSizeBinary) type).getByteWidth());
            case Bool -> SimpleType.BOOL;
            case Decimal -> decimal((ArrowType.Decimal) type, field);
            case Date ->
                ((ArrowType.Date) type).getUnit() == DateUnit.DAY ? SimpleType.DATE32 : DataTypes.dateTime64(3);
            case Time -> time(((ArrowType.Time) type).getUnit());
            case Timestamp -> timestamp((ArrowType.Timestamp) type);
            case Duration -> new IntervalType(unit(((ArrowType.Duration) type).getUnit()));
            case List, LargeList, FixedSizeList ->
                DataTypes.array(natural(field.getChildren().get(0)));
            case Map -> {
                List<Field> entry = field.getChildren().get(0).getChildren();
                yield DataTypes.map(withoutNull(entry.get(0)), natural(entry.get(1)));
            }
            case Struct ->
                new TupleType(field.getChildren().stream()
                        .map(child -> new TupleType.Element(child.getName(), natural(child)))
                        .toList());
            case Union ->
                new VariantType(IntStream.range(0, field.getChildren().size())
                        .mapToObj(i -> field.getChildren().get(i))
                        .filter(child -> !(child.getType() instanceof ArrowType.Null))
                        .map(FieldTypes::withoutNull)
                        .toList());
            default -> {
                if (type instanceof ArrowType.ExtensionType extension
                        && extension.extensionName().equals("arrow.uuid")) {
                    yield SimpleType.UUID;
                }
                throw unsupported(field);
            }
        };
    }

    private static DataType integer(ArrowType.Int type) {
        return switch (type.getBitWidth()) {
            case Byte.SIZE -> type.getIsSigned() ? IntegerType.INT8 : IntegerType.UINT8;
            case Short.SIZE -> type.getIsSigned() ? IntegerType.INT16 : IntegerType.UINT16;
            case Integer.SIZE -> type.getIsSigned() ? IntegerType.INT32 : IntegerType.UINT32;
            default -> type.getIsSigned() ? IntegerType.INT64 : IntegerType.UINT64;
        };
    }

    private static DataType decimal(ArrowType.Decimal type, Field field) {
        if (type.getScale() < 0 || type.getBitWidth() < 128) {
            throw unsupported(field);
        }
        return DataTypes.decimal(Math.max(type.getPrecision(), type.getScale()), type.getScale());
    }

    private static DataType time(TimeUnit unit) {
        return unit == TimeUnit.SECOND ? SimpleType.TIME : DataTypes.time64(TickUnit.digits(unit));
    }

    private static DataType timestamp(ArrowType.Timestamp type) {
        int digits = TickUnit.digits(type.getUnit());
        return type.getTimezone() == null
                ? DataTypes.dateTime64(digits)
                : DataTypes.dateTime64(digits, type.getTimezone());
    }

    private static IntervalUnit unit(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> IntervalUnit.SECOND;
            case MILLISECOND -> IntervalUnit.MILLISECOND;
            case MICROSECOND -> IntervalUnit.MICROSECOND;
            case NANOSECOND -> IntervalUnit.NANOSECOND;
        };
    }

    private static UnsupportedTypeException unsupported(Field field) {
        return new UnsupportedTypeException(
                field.getName(), "Arrow's " + field.getType(), "no ClickHouse type has exactly its values");
    }
}
