package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.IntegerType;
import java.math.BigInteger;

/** Int8 to Int64 and UInt8 to UInt64. */
public final class IntegerValues implements IntegralValues {
    private final IntegerType type;
    private final long mask;
    private final long min;
    private final long max;
    private final boolean exceedsLong;

    public IntegerValues(IntegerType type) {
        this.type = type;
        this.mask = type.signed() || type.bits() == Long.SIZE ? -1 : (1L << type.bits()) - 1;
        this.min = type.signed() ? -1L << (type.bits() - 1) : 0;
        this.max = type.signed() ? ~min : type.bits() == Long.SIZE ? Long.MAX_VALUE : mask;
        this.exceedsLong = type == IntegerType.UINT64;
    }

    @Override
    public Object toObject(long stored) {
        return switch (type.kind()) {
            case INT8 -> (byte) stored;
            case INT16 -> (short) stored;
            case INT32 -> (int) stored;
            case INT64 -> stored;
            case UINT8 -> (short) (stored & mask);
            case UINT16 -> (int) (stored & mask);
            case UINT32 -> stored & mask;
            default -> unsigned(stored);
        };
    }

    @Override
    public long toStored(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return checked(((Number) value).longValue(), value);
        }
        BigInteger number = Numbers.whole(value, type);
        if (number.bitLength() < Long.SIZE) {
            return checked(number.longValue(), value);
        }
        if (exceedsLong && number.signum() > 0 && number.bitLength() == Long.SIZE) {
            return number.longValue();
        }
        throw outOfRange(value);
    }

    @Override
    public long toStored(long value) {
        if (value < min || value > max) {
            throw outOfRange(value);
        }
        return value;
    }

    @Override
    public long toLong(long stored) {
        if (exceedsLong && stored < 0) {
            throw ConversionException.of(
                    unsigned(stored),
                    "long",
                    "it is above Long.MAX_VALUE: ask for the BigInteger or the unsigned bits");
        }
        return stored & mask;
    }

    private long checked(long number, Object value) {
        if (number < min || number > max) {
            throw outOfRange(value);
        }
        return number;
    }

    private ConversionException outOfRange(Object value) {
        String limit = exceedsLong ? "18446744073709551615" : Long.toString(max);
        return ConversionException.of(value, type.name(), "it is out of range, expected " + min + " to " + limit);
    }

    private static BigInteger unsigned(long bits) {
        return bits >= 0
                ? BigInteger.valueOf(bits)
                : BigInteger.valueOf(bits & Long.MAX_VALUE).setBit(Long.SIZE - 1);
    }
}
