package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.SimpleType;

/** Bool: 0 or 1. */
public final class BoolValues implements IntegralValues {
    @Override
    public Object toObject(long stored) {
        return stored != 0;
    }

    @Override
    public long toStored(Object value) {
        if (value instanceof Boolean) {
            return (Boolean) value ? 1 : 0;
        }
        if (value instanceof CharSequence) {
            switch (value.toString()) {
                case "true":
                    return 1;
                case "false":
                    return 0;
                default:
                    throw ConversionException.of(value, "Bool", "expected the text true or false");
            }
        }
        if (value instanceof Number) {
            long number = Numbers.whole(value, SimpleType.BOOL).bitLength() > 1 ? -1 : ((Number) value).longValue();
            if (number == 0 || number == 1) {
                return number;
            }
        }
        throw ConversionException.of(value, "Bool", "expected a Boolean, 0 or 1");
    }

    @Override
    public long toLong(long stored) {
        return stored;
    }
}
