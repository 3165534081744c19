package io.chconnect.codec.internal.value;

import io.chconnect.error.ConversionException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses from bytes and from literal text; never a name look-up. */
final class InetAddresses {
    private static final int GROUPS = 8;

    private InetAddresses() {}

    /** 16 bytes always give an Inet6Address, which {@link InetAddress#getByAddress(byte[])} does not for mapped ones. */
    static InetAddress of(byte[] bytes) {
        try {
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] mapped(byte[] ipv4) {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(ipv4, 0, bytes, 12, 4);
        return bytes;
    }

    static byte[] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        boolean valid = parts.length == 4;
        for (int i = 0; valid && i < 4; i++) {
            valid = parts[i].matches("[0-9]{1,3}") && Integer.parseInt(parts[i]) < 256;
            bytes[i] = valid ? (byte) Integer.parseInt(parts[i]) : 0;
        }
        if (!valid) {
            throw ConversionException.of(text, "IPv4", "expected four numbers of 0 to 255 with points between them");
        }
        return bytes;
    }

    static byte[] parse6(String text) {
        if (text.indexOf(':') < 0) {
            return mapped(parse4(text));
        }
        String groups = text;
        int dot = text.indexOf('.');
        if (dot >= 0) {
            int start = text.lastIndexOf(':') + 1;
            byte[] tail = parse4(text.substring(start));
            groups = text.substring(0, start)
                    + Integer.toHexString(((tail[0] & 0xFF) << 8) | (tail[1] & 0xFF))
                    + ":"
                    + Integer.toHexString(((tail[2] & 0xFF) << 8) | (tail[3] & 0xFF));
        }
        int gap = groups.indexOf("::");
        byte[] bytes = new byte[16];
        int front = fill(gap < 0 ? groups : groups.substring(0, gap), bytes, true, text);
        int back = gap < 0 ? 0 : fill(groups.substring(gap + 2), bytes, false, text);
        if (gap < 0 ? front != GROUPS : front + back >= GROUPS) {
            throw malformed(text);
        }
        return bytes;
    }

    private static int fill(String text, byte[] bytes, boolean fromFront, String whole) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        if (groups.length > GROUPS) {
            throw malformed(whole);
        }
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].matches("[0-9a-fA-F]{1,4}")) {
                throw malformed(whole);
            }
            int value = Integer.parseInt(groups[i], 16);
            int at = 2 * (fromFront ? i : GROUPS - groups.length + i);
            bytes[at] = (byte) (value >>> 8);
            bytes[at + 1] = (byte) value;
        }
        return groups.length;
    }

    private static ConversionException malformed(String text) {
        return ConversionException.of(text, "IPv6", "it is not an IPv6 or IPv4 address");
    }
}
