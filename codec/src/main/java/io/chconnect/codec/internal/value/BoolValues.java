package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.SimpleType;
import java.math.BigInteger;

/** Bool: 0 or 1. */
public final class BoolValues implements IntegralValues {
    @Override
    public Object toObject(long stored) {
        return stored != 0;
    }

    @Override
    public long toStored(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof CharSequence) {
            return switch (value.toString()) {
                case "true" -> 1;
                case "false" -> 0;
                default -> throw ConversionException.of(value, "Bool", "expected the text true or false");
            };
        }
        if (value instanceof Number) {
            BigInteger number = Numbers.whole(value, SimpleType.BOOL);
            if (number.signum() >= 0 && number.bitLength() <= 1) {
                return number.longValue();
            }
        }
        throw ConversionException.of(value, "Bool", "expected a Boolean, 0 or 1");
    }

    @Override
    public long toLong(long stored) {
        return stored;
    }
}
