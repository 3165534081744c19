package io.chconnect.testkit.types;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** UUIDs and addresses. */
final class AddressRows {
    private AddressRows() {}

    static List<TypeRow> rows() {
        UUID uuid = UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba0");
        UUID ones = new UUID(-1, -1);
        return List.of(
                TypeRow.of(
                        "UUID",
                        "java.util.UUID",
                        "`UUID`, text of 32 hexadecimal digits with or without the four dashes",
                        TypeRow.NULLABLE,
                        "128 bits",
                        TypeSamples.of("UUID")
                                .value(
                                        "'" + uuid + "'",
                                        uuid,
                                        uuid.toString(),
                                        uuid.toString(),
                                        "61F0C4045CB311E7907BA6006AD3DBA0")
                                .value("'" + new UUID(0, 0) + "'", new UUID(0, 0), new UUID(0, 0).toString())
                                .value("'" + ones + "'", ones, ones.toString())
                                .refuses("61f0c404", "61f0c404-5cb3-11e7-907b-a6006ad3dbax", 1, "1-2-3-4-5")),
                TypeRow.of(
                        "IPv4",
                        "java.net.Inet4Address",
                        "`Inet4Address`, text of four numbers",
                        TypeRow.NULLABLE,
                        "all IPv4 addresses",
                        TypeSamples.of("IPv4")
                                .value("'0.0.0.0'", address("00000000"), "0.0.0.0", "0.0.0.0")
                                .value("'192.0.2.1'", address("c0000201"), "192.0.2.1", "192.0.2.1")
                                .value("'255.255.255.255'", address("ffffffff"), "255.255.255.255")
                                .refuses("256.0.0.1", "1.2.3", "localhost", 1, "::1")),
                TypeRow.of(
                        "IPv6",
                        "java.net.Inet6Address, also for mapped IPv4 addresses",
                        "`Inet6Address`, `Inet4Address` (mapped), text of either",
                        TypeRow.NULLABLE,
                        "all IPv6 addresses, without scope",
                        TypeSamples.of("IPv6")
                                .value("'::'", address("00".repeat(16)), "::", "::", "0:0:0:0:0:0:0:0")
                                .value(
                                        "'2001:db8::1'",
                                        address("20010db8000000000000000000000001"),
                                        "2001:db8::1",
                                        "2001:DB8::1")
                                .value(
                                        "'::ffff:192.0.2.1'",
                                        address("00000000000000000000ffffc0000201"),
                                        "::ffff:192.0.2.1",
                                        "192.0.2.1",
                                        address("c0000201"),
                                        "::ffff:c000:201")
                                .value(
                                        "'" + "ffff:".repeat(7) + "ffff'",
                                        address("ff".repeat(16)),
                                        "ffff:".repeat(7) + "ffff")
                                .refuses("1::2::3", ":", "1:2", "localhost", "12345::", 1)));
    }

    static InetAddress address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        try {
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
