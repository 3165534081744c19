package io.chconnect.types.text;

import java.net.Inet6Address;

/** The text of IPv6 addresses as {@code inet_ntop} writes it: the first longest run of zeros becomes {@code ::}. */
final class IPv6Text {
    private static final int GROUPS = 8;

    private IPv6Text() {}

    static String of(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = zeros(groups, i);
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        // IPv4 within IPv6, compatible or mapped.
        boolean endsWithIPv4 = runStart == 0 && (runLength == 6 || (runLength == 5 && groups[5] == 0xffff));
        StringBuilder out = new StringBuilder();
        int end = endsWithIPv4 ? GROUPS - 2 : GROUPS;
        int i = 0;
        while (i < end) {
            if (i == runStart) {
                out.append("::");
                i += runLength;
            } else {
                if (i > 0 && i != runStart + runLength) {
                    out.append(':');
                }
                out.append(Integer.toHexString(groups[i]));
                i++;
            }
        }
        if (endsWithIPv4) {
            appendIPv4(out, bytes);
        }
        return out.toString();
    }

    private static void appendIPv4(StringBuilder out, byte[] bytes) {
        for (int i = bytes.length - 4; i < bytes.length; i++) {
            if (out.charAt(out.length() - 1) != ':') {
                out.append(i == bytes.length - 4 ? ':' : '.');
            }
            out.append(bytes[i] & 0xff);
        }
    }

    private static int zeros(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }
}
