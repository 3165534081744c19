package io.chconnect.types.binary;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.AggregateFunctionType;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DateTimeType;
import io.chconnect.types.DecimalType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.EnumType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.IntervalType;
import io.chconnect.types.JSONType;
import io.chconnect.types.NestedType;
import io.chconnect.types.PlainType;
import io.chconnect.types.QBitType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.Time64Type;
import io.chconnect.types.TupleType;
import io.chconnect.types.VariantType;
import io.chconnect.types.internal.AggregateNames;
import io.chconnect.types.internal.AggregateSignature;
import io.chconnect.types.internal.Nesting;
import io.chconnect.types.internal.TypeNameParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads types in the server's binary encoding: a code, and what belongs to it. Counts and depth are bounded. */
public final class TypeDecoder {
    /** The most elements, members or labels of one type, as in the server. */
    private static final int MAX_COUNT = 1_000_000;

    private static final int MAX_FIXED_STRING = 0xff_ffff;
    private static final int MAX_DEPTH = TypeNameParser.MAX_DEPTH;

    private final TypeInput in;
    private int depth;
    private int budget = MAX_COUNT;

    private TypeDecoder(TypeInput in) {
        this.in = in;
    }

    /**
     * Reads a type.
     *
     * @param in where it begins; afterwards where it ends
     * @return the type
     * @throws UnsupportedTypeException if the code is of a type that is not known, or that no column can have
     */
    public static DataType decode(TypeInput in) {
        TypeDecoder decoder = new TypeDecoder(in);
        try {
            return decoder.type();
        } catch (ConfigurationException e) {
            throw in.malformed("a type that is not one: " + e.getMessage());
        }
    }

    private DataType type() {
        if (++depth > MAX_DEPTH) {
            throw in.malformed("more than " + MAX_DEPTH + " types within each other");
        }
        spend(1);
        int code = in.readByte();
        DataType plain = TypeCode.plain(code);
        DataType type = plain != null ? plain : composed(code);
        depth--;
        return type;
    }

    private DataType composed(int code) {
        return switch (code) {
            case TypeCode.DATETIME -> new DateTimeType(null);
            case TypeCode.DATETIME_WITH_ZONE -> new DateTimeType(in.readString());
            case TypeCode.DATETIME64 -> new DateTime64Type(in.readByte(), null);
            case TypeCode.DATETIME64_WITH_ZONE -> new DateTime64Type(in.readByte(), in.readString());
            case TypeCode.TIME64 -> new Time64Type(in.readByte());
            case TypeCode.FIXED_STRING -> new FixedStringType(number("bytes of a FixedString", MAX_FIXED_STRING));
            case TypeCode.ENUM8 -> enumeration(8);
            case TypeCode.ENUM16 -> enumeration(16);
            case TypeCode.DECIMAL32, TypeCode.DECIMAL64, TypeCode.DECIMAL128, TypeCode.DECIMAL256 -> decimal(code);
            case TypeCode.ARRAY -> new ArrayType(type());
            case TypeCode.UNNAMED_TUPLE -> new TupleType(elements(false));
            case TypeCode.NAMED_TUPLE -> new TupleType(elements(true));
            case TypeCode.NESTED -> new NestedType(elements(true));
            case TypeCode.INTERVAL -> interval();
            case TypeCode.NULLABLE -> DataTypes.nullable(type());
            case TypeCode.LOW_CARDINALITY -> DataTypes.lowCardinality(type());
            case TypeCode.MAP -> DataTypes.map(type(), type());
            case TypeCode.VARIANT -> variant();
            case TypeCode.DYNAMIC -> new DynamicType(in.readByte());
            case TypeCode.CUSTOM -> custom();
            case TypeCode.AGGREGATE_FUNCTION -> aggregateFunction();
            case TypeCode.SIMPLE_AGGREGATE_FUNCTION -> simpleAggregateFunction();
            case TypeCode.JSON -> json();
            case TypeCode.QBIT -> qbit(false);
            case TypeCode.QBIT_WITH_STRIDE -> qbit(true);
            case TypeCode.SET, TypeCode.FUNCTION ->
                throw unsupported(code == TypeCode.SET ? "Set" : "Function", "no value of it can leave the server");
            default ->
                throw unsupported(
                        String.format(Locale.ROOT, "with the binary code 0x%02X", code),
                        "it is not known to this version; convert the value in the statement, for example with toString");
        };
    }

    private static UnsupportedTypeException unsupported(String type, String advice) {
        return new UnsupportedTypeException(null, type, advice);
    }

    private DataType decimal(int code) {
        DecimalType type = new DecimalType(in.readByte(), in.readByte());
        if (TypeEncoder.decimalCode(type) != code) {
            throw in.malformed(type.name() + " with the code of another width");
        }
        return type;
    }

    private DataType enumeration(int bits) {
        int count = count("labels of an enum");
        List<EnumType.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String label = in.readString();
            int low = in.readByte();
            int number = bits == 8 ? (byte) low : (short) (low | (in.readByte() << 8));
            entries.add(new EnumType.Entry(label, number));
        }
        return new EnumType(bits, entries);
    }

    private DataType interval() {
        int unit = in.readByte();
        if (unit >= TypeCode.INTERVAL_UNITS.size()) {
            throw in.malformed("the interval unit " + unit + ": expected 0 to " + (TypeCode.INTERVAL_UNITS.size() - 1));
        }
        return new IntervalType(TypeCode.INTERVAL_UNITS.get(unit));
    }

    private List<TupleType.Element> elements(boolean named) {
        int count = count("elements of a tuple");
        List<TupleType.Element> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = named ? in.readString() : null;
            elements.add(new TupleType.Element(name, type()));
        }
        return elements;
    }

    private List<DataType> types(String what) {
        int count = count(what);
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(type());
        }
        return types;
    }

    private DataType variant() {
        List<DataType> members = types("members of a Variant");
        for (DataType member : members) {
            if (!Nesting.mayBeInVariant(member)) {
                throw in.malformed("a Variant with " + member.name() + ": expected members that have no NULL");
            }
        }
        return new VariantType(members);
    }

    /** A type that is sent by name, such as the geo types. */
    private DataType custom() {
        return DataTypes.parse(in.readString());
    }

    private DataType aggregateFunction() {
        int version = number("the version of a function", Integer.MAX_VALUE);
        return new AggregateFunctionType(signature(version).text());
    }

    private DataType simpleAggregateFunction() {
        AggregateSignature signature = signature(0);
        if (signature.arguments().isEmpty()) {
            throw in.malformed("a SimpleAggregateFunction without arguments");
        }
        return new SimpleAggregateFunctionType(signature.functionText(), signature.arguments());
    }

    private AggregateSignature signature(int version) {
        String name = in.readString();
        if (!AggregateNames.isName(name)) {
            throw in.malformed("a function named \"" + name + "\": expected letters, digits and underscores");
        }
        int parameterCount = count("parameters of a function");
        List<@Nullable Object> parameters = new ArrayList<>();
        FieldDecoder fields = new FieldDecoder(in);
        for (int i = 0; i < parameterCount; i++) {
            parameters.add(fields.decode());
        }
        return new AggregateSignature(
                version, AggregateNames.canonical(name), parameters, types("arguments of a function"));
    }

    private DataType json() {
        int version = in.readByte();
        if (version != 0) {
            throw unsupported("JSON in version " + version + " of its encoding", "expected version 0");
        }
        int maxPaths = number("max_dynamic_paths", MAX_COUNT);
        int maxTypes = in.readByte();
        int typedCount = count("typed paths of a JSON");
        Map<String, DataType> typedPaths = new HashMap<>();
        for (int i = 0; i < typedCount; i++) {
            typedPaths.put(in.readString(), type());
        }
        List<String> skipPaths = strings("skipped paths of a JSON");
        return new JSONType(maxPaths, maxTypes, typedPaths, skipPaths, strings("skipped patterns of a JSON"));
    }

    private List<String> strings(String what) {
        int count = count(what);
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    private DataType qbit(boolean withStride) {
        DataType element = type();
        int dimension = number("elements of a QBit", Integer.MAX_VALUE);
        int stride = withStride ? number("the stride of a QBit", Integer.MAX_VALUE) : dimension;
        if (element instanceof PlainType plain) {
            return new QBitType(plain, dimension, stride);
        }
        throw in.malformed("a QBit of " + element.name());
    }

    private int count(String what) {
        int count = number(what, MAX_COUNT);
        spend(count);
        return count;
    }

    /** All counts of one type together are bounded, so that nested ones do not multiply. */
    private void spend(int count) {
        budget -= count;
        if (budget < 0) {
            throw in.malformed("a type of more than " + MAX_COUNT + " parts");
        }
    }

    private int number(String what, int limit) {
        long number = in.readVarInt();
        if (number < 0 || number > limit) {
            throw in.malformed(Long.toUnsignedString(number) + " as " + what + ": expected 0 to " + limit);
        }
        return (int) number;
    }
}
