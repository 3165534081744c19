package io.chconnect.types.binary;

import io.chconnect.types.AggregateFunctionType;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.DecimalType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.EnumType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.JSONType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.PlainType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TupleType;
import io.chconnect.types.VariantType;
import io.chconnect.types.internal.AggregateSignature;
import io.chconnect.types.internal.TypeNameParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes types in the server's binary encoding. */
public final class TypeEncoder {
    private final TypeOutput out;

    private TypeEncoder(TypeOutput out) {
        this.out = out;
    }

    /**
     * Writes a type.
     *
     * @param out where to
     * @param type the type
     */
    public static void encode(TypeOutput out, DataType type) {
        new TypeEncoder(out).type(type);
    }

    private void type(DataType type) {
        switch (type.kind().shape()) {
            case SCALAR -> scalar(type);
            case GEO -> text(TypeCode.CUSTOM, type.name());
            case NULLABLE -> wrapper(TypeCode.NULLABLE, ((NullableType) type).inner());
            case LOW_CARDINALITY -> wrapper(TypeCode.LOW_CARDINALITY, ((LowCardinalityType) type).inner());
            case ARRAY -> wrapper(TypeCode.ARRAY, ((ArrayType) type).element());
            case MAP -> {
                wrapper(TypeCode.MAP, ((MapType) type).key());
                type(((MapType) type).value());
            }
            case TUPLE ->
                elements(
                        ((TupleType) type).named() ? TypeCode.NAMED_TUPLE : TypeCode.UNNAMED_TUPLE,
                        ((TupleType) type).elements(),
                        ((TupleType) type).named());
            case NESTED -> elements(TypeCode.NESTED, ((NestedType) type).elements(), true);
            case CHOICE -> choice(type);
            case JSON -> json((JSONType) type);
            case QBIT -> {
                QBitType vector = (QBitType) type;
                boolean withStride = vector.stride() != vector.dimension();
                wrapper(withStride ? TypeCode.QBIT_WITH_STRIDE : TypeCode.QBIT, vector.element());
                out.writeVarInt(vector.dimension());
                if (withStride) {
                    out.writeVarInt(vector.stride());
                }
            }
            case AGGREGATE_FUNCTION -> {
                AggregateSignature signature = TypeNameParser.signature(((AggregateFunctionType) type).definition());
                number(TypeCode.AGGREGATE_FUNCTION, signature.version());
                function(signature);
            }
            case SIMPLE_AGGREGATE_FUNCTION -> {
                SimpleAggregateFunctionType function = (SimpleAggregateFunctionType) type;
                AggregateSignature signature = TypeNameParser.signature(function.function());
                out.writeByte(TypeCode.SIMPLE_AGGREGATE_FUNCTION);
                function(new AggregateSignature(0, signature.name(), signature.parameters(), function.arguments()));
            }
        }
    }

    private void scalar(DataType type) {
        if (type instanceof PlainType plain) {
            out.writeByte(plain.binaryCode());
        } else if (type instanceof FixedStringType text) {
            number(TypeCode.FIXED_STRING, text.length());
        } else if (type instanceof DecimalType number) {
            decimal(number);
        } else if (type instanceof DateTimeType time) {
            dateTime(time);
        } else if (type instanceof DateTime64Type time) {
            dateTime64(time);
        } else if (type instanceof Time64Type time) {
            bytes(TypeCode.TIME64, time.precision());
        } else if (type instanceof IntervalType interval) {
            bytes(TypeCode.INTERVAL, TypeCode.INTERVAL_UNITS.indexOf(interval.unit()));
        } else if (type instanceof EnumType labels) {
            enumeration(labels);
        } else {
            throw new IllegalStateException(type.name() + " has no binary encoding");
        }
    }

    private void choice(DataType type) {
        if (type instanceof VariantType variant) {
            out.writeByte(TypeCode.VARIANT);
            types(variant.members());
        } else if (type instanceof DynamicType dynamic) {
            bytes(TypeCode.DYNAMIC, dynamic.maxTypes());
        } else {
            text(TypeCode.CUSTOM, type.name());
        }
    }

    static int decimalCode(DecimalType type) {
        return switch (type.bits()) {
            case 32 -> TypeCode.DECIMAL32;
            case 64 -> TypeCode.DECIMAL64;
            case 128 -> TypeCode.DECIMAL128;
            default -> TypeCode.DECIMAL256;
        };
    }

    private void decimal(DecimalType type) {
        bytes(decimalCode(type), type.precision());
        out.writeByte(type.scale());
    }

    private void dateTime(DateTimeType type) {
        String zone = type.zone();
        if (zone == null) {
            out.writeByte(TypeCode.DATETIME);
        } else {
            text(TypeCode.DATETIME_WITH_ZONE, zone);
        }
    }

    private void dateTime64(DateTime64Type type) {
        String zone = type.zone();
        bytes(zone == null ? TypeCode.DATETIME64 : TypeCode.DATETIME64_WITH_ZONE, type.precision());
        if (zone != null) {
            out.writeString(zone);
        }
    }

    private void enumeration(EnumType type) {
        number(
                type.bits() == 8 ? TypeCode.ENUM8 : TypeCode.ENUM16,
                type.entries().size());
        for (EnumType.Entry entry : type.entries()) {
            out.writeString(entry.label());
            out.writeByte(entry.number());
            if (type.bits() == 16) {
                out.writeByte(entry.number() >> 8);
            }
        }
    }

    private void elements(int code, List<TupleType.Element> elements, boolean named) {
        number(code, elements.size());
        for (TupleType.Element element : elements) {
            String name = element.name();
            if (named && name != null) {
                out.writeString(name);
            }
            type(element.type());
        }
    }

    private void json(JSONType type) {
        bytes(TypeCode.JSON, 0);
        out.writeVarInt(type.maxDynamicPaths());
        out.writeByte(type.maxDynamicTypes());
        out.writeVarInt(type.typedPaths().size());
        type.typedPaths().forEach((path, pathType) -> {
            out.writeString(path);
            type(pathType);
        });
        strings(type.skipPaths());
        strings(type.skipRegexps());
    }

    private void function(AggregateSignature signature) {
        out.writeString(signature.name());
        out.writeVarInt(signature.parameters().size());
        for (@Nullable Object parameter : signature.parameters()) {
            FieldEncoder.encode(out, parameter);
        }
        types(signature.arguments());
    }

    private void types(List<DataType> types) {
        out.writeVarInt(types.size());
        types.forEach(this::type);
    }

    private void strings(List<String> strings) {
        out.writeVarInt(strings.size());
        strings.forEach(out::writeString);
    }

    private void wrapper(int code, DataType inner) {
        out.writeByte(code);
        type(inner);
    }

    private void text(int code, String text) {
        out.writeByte(code);
        out.writeString(text);
    }

    private void number(int code, int number) {
        out.writeByte(code);
        out.writeVarInt(number);
    }

    private void bytes(int code, int value) {
        out.writeByte(code);
        out.writeByte(value);
    }
}
