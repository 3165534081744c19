package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.IntegralValues;
import io.chconnect.error.ConversionException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** IPv4: the address as a 32-bit number. */
public final class IPv4Values implements IntegralValues {
    @Override
    public Object toObject(long stored) {
        int bits = (int) stored;
        return InetAddresses.of(
                new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
    }

    @Override
    public long toStored(Object value) {
        byte[] bytes;
        if (value instanceof Inet4Address) {
            bytes = ((InetAddress) value).getAddress();
        } else if (value instanceof CharSequence) {
            bytes = InetAddresses.parse4(value.toString());
        } else {
            throw ConversionException.of(value, "IPv4", "expected an Inet4Address or text such as 192.0.2.1");
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public long toLong(long stored) {
        throw ConversionException.of(toObject(stored), "long", "an address is not a number");
    }
}
