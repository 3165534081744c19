package io.chconnect.types.binary;

import io.chconnect.types.DataType;
import io.chconnect.types.PlainType;
import io.chconnect.types.internal.PlainTypes;
import io.chconnect.types.value.IntervalUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first byte of an encoded type, as in the server's {@code DataTypesBinaryEncoding.cpp}. */
final class TypeCode {
    static final int DATETIME = 0x11;
    static final int DATETIME_WITH_ZONE = 0x12;
    static final int DATETIME64 = 0x13;
    static final int DATETIME64_WITH_ZONE = 0x14;
    static final int FIXED_STRING = 0x16;
    static final int ENUM8 = 0x17;
    static final int ENUM16 = 0x18;
    static final int DECIMAL32 = 0x19;
    static final int DECIMAL64 = 0x1a;
    static final int DECIMAL128 = 0x1b;
    static final int DECIMAL256 = 0x1c;
    static final int ARRAY = 0x1e;
    static final int UNNAMED_TUPLE = 0x1f;
    static final int NAMED_TUPLE = 0x20;
    static final int SET = 0x21;
    static final int INTERVAL = 0x22;
    static final int NULLABLE = 0x23;
    static final int FUNCTION = 0x24;
    static final int AGGREGATE_FUNCTION = 0x25;
    static final int LOW_CARDINALITY = 0x26;
    static final int MAP = 0x27;
    static final int VARIANT = 0x2a;
    static final int DYNAMIC = 0x2b;
    static final int CUSTOM = 0x2c;
    static final int SIMPLE_AGGREGATE_FUNCTION = 0x2e;
    static final int NESTED = 0x2f;
    static final int JSON = 0x30;
    static final int TIME64 = 0x34;
    static final int QBIT = 0x36;
    static final int QBIT_WITH_STRIDE = 0x37;

    /** The units of intervals by their numbers. */
    static final List<IntervalUnit> INTERVAL_UNITS = List.of(IntervalUnit.values());

    /** Types that are nothing but their code. */
    private static final Map<Integer, PlainType> PLAIN = PlainTypes.all().stream()
            .filter(type -> type.binaryCode() != CUSTOM)
            .collect(Collectors.toUnmodifiableMap(PlainType::binaryCode, Function.identity()));

    private TypeCode() {}

    /** The type of a code that stands alone; null for all others. */
    static @Nullable DataType plain(int code) {
        return PLAIN.get(code);
    }
}
