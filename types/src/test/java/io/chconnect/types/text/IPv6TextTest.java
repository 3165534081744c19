package io.chconnect.types.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IPv6 addresses as the engine writes them. */
class IPv6TextTest {
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "00000000000000000000000000010002, ::0.1.0.2",
        "00000000000000000000000000010000, ::0.1.0.0",
        "00000000000000000000000001020304, ::1.2.3.4",
        "00000000000000000000ffff01020304, ::ffff:1.2.3.4",
        "00000000000000000000ffff00000000, ::ffff:0.0.0.0",
        "00000000000000000000fffe00010002, ::fffe:1:2",
        "0000000000000000ffff000001020304, ::ffff:0:102:304",
        "00000000000000000001000000000000, ::1:0:0:0",
        "00010000000000000000000000000000, 1::",
        "00010000000000020000000000000000, 1:0:0:2::",
        "00010000000200000000000000030000, 1:0:2::3:0",
        "00010000000000020003000000000004, 1::2:3:0:0:4",
        "00010000000200030004000500060007, 1:0:2:3:4:5:6:7",
        "00000000000200030004000500060007, ::2:3:4:5:6:7",
        "00010002000300040005000600070000, 1:2:3:4:5:6:7:0",
        "20010db800000000000000000000000a, 2001:db8::a",
        "0064ff9b000000000000000001020304, 64:ff9b::102:304",
        "ffffffffffffffffffffffffffffffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void texts(String hex, String text) {
        assertThat(IPv6Text.of(Addresses.ipv6(hex))).isEqualTo(text);
    }
}
