package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.error.ConversionException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** IPv6: 16 bytes in network order. A mapped IPv4 address stays an Inet6Address. */
public final class IPv6Values implements BytesValues {
    private static final int WIDTH = 16;

    @Override
    public Object toObject(byte[] bytes, int offset) {
        return InetAddresses.of(Arrays.copyOfRange(bytes, offset, offset + WIDTH));
    }

    @Override
    public void store(Object value, byte[] bytes, int offset) {
        byte[] address;
        if (value instanceof Inet6Address) {
            address = ((InetAddress) value).getAddress();
        } else if (value instanceof Inet4Address) {
            address = InetAddresses.mapped(((InetAddress) value).getAddress());
        } else if (value instanceof CharSequence) {
            address = InetAddresses.parse6(value.toString());
        } else {
            throw ConversionException.of(value, "IPv6", "expected an Inet6Address, an Inet4Address or text");
        }
        System.arraycopy(address, 0, bytes, offset, WIDTH);
    }
}
