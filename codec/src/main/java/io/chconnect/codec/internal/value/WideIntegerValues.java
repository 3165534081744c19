package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.error.ConversionException;
import io.chconnect.types.IntegerType;
import java.math.BigInteger;

/** Int128, Int256, UInt128 and UInt256. */
public final class WideIntegerValues implements BytesValues {
    private final IntegerType type;

    public WideIntegerValues(IntegerType type) {
        this.type = type;
    }

    @Override
    public Object toObject(byte[] bytes, int offset) {
        return LittleEndianInteger.read(bytes, offset, type.bits() / Byte.SIZE, type.signed());
    }

    @Override
    public void store(Object value, byte[] bytes, int offset) {
        BigInteger number = Numbers.whole(value, type);
        int magnitudeBits = type.signed() ? type.bits() - 1 : type.bits();
        if (number.bitLength() > magnitudeBits || (number.signum() < 0 && !type.signed())) {
            throw ConversionException.of(value, type.name(), "it is out of range");
        }
        LittleEndianInteger.write(number, bytes, offset, type.bits() / Byte.SIZE);
    }
}
