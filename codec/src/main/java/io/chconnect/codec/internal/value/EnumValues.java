package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.EnumType;

/** Enum8 and Enum16: labels for numbers. Java enum constants are taken by their name. */
public final class EnumValues implements IntegralValues {
    private final EnumType type;

    public EnumValues(EnumType type) {
        this.type = type;
    }

    @Override
    public Object toObject(long stored) {
        String label = type.label((int) stored);
        if (label == null) {
            throw new ConversionException("the number " + stored + " has no label in " + type.name());
        }
        return label;
    }

    @Override
    public long toStored(Object value) {
        if (value instanceof CharSequence || value instanceof Enum) {
            String label = value instanceof Enum ? ((Enum<?>) value).name() : value.toString();
            Integer number = type.number(label);
            if (number == null) {
                throw ConversionException.of(value, type.name(), "there is no such label");
            }
            return number;
        }
        if (value instanceof Number) {
            java.math.BigInteger number = Numbers.whole(value, type);
            if (number.bitLength() < Integer.SIZE && type.label(number.intValue()) != null) {
                return number.intValue();
            }
            throw ConversionException.of(value, type.name(), "no label has this number");
        }
        throw ConversionException.of(value, type.name(), "expected a label, a Java enum constant or a number");
    }

    @Override
    public long toLong(long stored) {
        return stored;
    }
}
