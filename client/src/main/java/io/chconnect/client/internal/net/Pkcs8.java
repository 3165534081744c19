package io.chconnect.client.internal.net;

import io.chconnect.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Wraps keys in their algorithms' own forms into PKCS#8, the only form the JDK reads. */
final class Pkcs8 {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int PARAMETERS = 0xA0;
    private static final byte[] VERSION = {2, 1, 0};
    private static final byte[] RSA = {
        0x30, 0x0D, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0
    };
    private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

    private Pkcs8() {}

    static byte[] ofRsa(byte[] pkcs1) {
        return value(SEQUENCE, VERSION, RSA, value(OCTETS, pkcs1));
    }

    /** SEC1: a sequence of version, key, [0] curve, [1] public key. */
    static byte[] ofEc(byte[] sec1) {
        int at = content(sec1, 0);
        at = end(sec1, at);
        at = end(sec1, at);
        if (at >= sec1.length || (sec1[at] & 0xFF) != PARAMETERS) {
            throw new ConfigurationException(
                    "An EC key does not name its curve: convert it with \"openssl pkcs8 -topk8\"");
        }
        byte[] curve = Arrays.copyOfRange(sec1, content(sec1, at), end(sec1, at));
        return value(SEQUENCE, VERSION, value(SEQUENCE, EC, curve), value(OCTETS, sec1));
    }

    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7F);
    }

    private static int end(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        if (length >= 0x80) {
            int bytes = length & 0x7F;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | (der[at + 2 + i] & 0xFF);
            }
        }
        return content(der, at) + length;
    }

    private static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
