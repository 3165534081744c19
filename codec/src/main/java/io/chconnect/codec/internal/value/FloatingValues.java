package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.FloatValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.FloatType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** What BFloat16, Float32 and Float64 take. */
public final class FloatingValues {
    private FloatingValues() {}

    /** The rule of a type. */
    public static FloatValues of(FloatType type) {
        return switch (type.kind()) {
            case FLOAT64 -> new Float64Values(type);
            case FLOAT32 -> new Float32Values(type);
            default -> value -> narrow(value, type);
        };
    }

    private record Float64Values(FloatType type) implements FloatValues {
        @Override
        public double toStored(Object value) {
            return float64(value, type);
        }

        @Override
        public double toStored(double value) {
            return value;
        }
    }

    private record Float32Values(FloatType type) implements FloatValues {
        @Override
        public double toStored(Object value) {
            return narrow(value, type);
        }

        @Override
        public double toStored(double value) {
            return (float) value == value ? value : narrow(value, type);
        }
    }

    private static double float64(Object value, FloatType type) {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigInteger || value instanceof Long) {
            BigInteger whole = Numbers.whole(value, type);
            double number = whole.doubleValue();
            if (Double.isInfinite(number)
                    || !new BigDecimal(number).toBigInteger().equals(whole)) {
                throw ConversionException.of(value, type.name(), "it has more digits than the type holds");
            }
            return number;
        }
        if (value instanceof Number number && !(value instanceof BigDecimal)) {
            return number.doubleValue();
        }
        return nearest(value, type);
    }

    /** A decimal text or number stands for the double that is nearest to it, as in every language. */
    private static double nearest(Object value, FloatType type) {
        if (value instanceof CharSequence) {
            switch (value.toString()) {
                case "nan", "NaN" -> {
                    return Double.NaN;
                }
                case "inf", "Infinity" -> {
                    return Double.POSITIVE_INFINITY;
                }
                case "-inf", "-Infinity" -> {
                    return Double.NEGATIVE_INFINITY;
                }
                default -> {}
            }
        }
        double number = Numbers.decimal(value, type).doubleValue();
        if (Double.isInfinite(number)) {
            throw ConversionException.of(value, type.name(), "it is out of range");
        }
        return number;
    }

    /** A float is taken as it is; a double only where it is exactly a float or its shortest text says the same. */
    private static double narrow(Object value, FloatType type) {
        double number = float64(value, type);
        float narrowed = type == FloatType.BFLOAT16 ? bfloat16((float) number) : (float) number;
        if (Double.isNaN(number) || narrowed == number) {
            return narrowed;
        }
        if (Double.isInfinite(narrowed)) {
            throw ConversionException.of(value, type.name(), "it is out of range");
        }
        if (type == FloatType.FLOAT32 && Float.parseFloat(value.toString()) == narrowed && sameText(value, narrowed)) {
            return narrowed;
        }
        throw ConversionException.of(value, type.name(), "it has more digits than the type holds");
    }

    private static boolean sameText(Object value, float narrowed) {
        return new BigDecimal(value.toString()).compareTo(new BigDecimal(Float.toString(narrowed))) == 0;
    }

    private static float bfloat16(float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xFFFF0000);
    }
}
