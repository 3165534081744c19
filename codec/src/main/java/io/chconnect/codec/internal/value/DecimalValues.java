package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DecimalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Decimals as scaled whole numbers, of up to 64 bits or wider. */
public final class DecimalValues implements IntegralValues, BytesValues {
    private final DecimalType type;
    private final RoundingMode rounding;

    public DecimalValues(DecimalType type, RoundingMode rounding) {
        this.type = type;
        this.rounding = rounding;
    }

    @Override
    public Object toObject(long stored) {
        return BigDecimal.valueOf(stored, type.scale());
    }

    @Override
    public long toStored(Object value) {
        return scaled(value).longValueExact();
    }

    @Override
    public long toLong(long stored) {
        BigDecimal value = BigDecimal.valueOf(stored, type.scale());
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw ConversionException.of(value, "long", "it has a fraction");
        }
    }

    @Override
    public Object toObject(byte[] bytes, int offset) {
        return new BigDecimal(LittleEndianInteger.read(bytes, offset, type.bits() / Byte.SIZE, true), type.scale());
    }

    @Override
    public void store(Object value, byte[] bytes, int offset) {
        LittleEndianInteger.write(scaled(value), bytes, offset, type.bits() / Byte.SIZE);
    }

    private BigInteger scaled(Object value) {
        BigDecimal number = Numbers.decimal(value, type);
        BigDecimal scaled;
        try {
            scaled = number.setScale(type.scale(), rounding);
        } catch (ArithmeticException e) {
            throw ConversionException.of(
                    value, type.name(), "it has more than " + type.scale() + " digits after the point");
        }
        if (scaled.precision() > type.precision()) {
            throw ConversionException.of(value, type.name(), "it has more than " + type.precision() + " digits");
        }
        return scaled.unscaledValue();
    }
}
