package io.chconnect.codec.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes that the Python package clickhouse-cityhash gives, of lengths around each change of the way they are computed. */
class CityHash128Test {
    @ParameterizedTest
    @CsvSource({
        "8, 32fa7d1625621aa7, ac5085899b451fb1",
        "9, 53de54fca3517c13, a2431686acd70141",
        "10, 9256504681631379, e49272628193485f",
        "11, bdb34d84517bbf46, 75c0487e1b3ae36a",
        "12, 18198d854ed908c8, ca3918dbdd6a89ab",
        "13, 43c9c9e199cc8133, e82f566a9f5b5ca1",
        "15, 505e320bb15ac894, 8ac04fb53a11225e",
        "16, 3616e62835cbf615, b08b2128631f28d0",
        "17, 48c047652be00e76, b22802a36105361a",
        "18, e8d1a70a7faf5be6, 549c388a4a6d5352",
        "19, 2ba89b2e3df33599, 3c9f6182d65fa77e",
        "20, a688a539193ea18a, d70344be26db1e6e",
        "23, 1d0983a0695539da, 1839095d3b7ec5df",
        "24, 0e5a2efca01ba2a6, 2469c768a0ae5f00",
        "25, 21938efbe9723203, 2243569c0d87fb1e",
        "26, ad791567dc4fe2a8, 4561183e41192712",
        "28, d9977d9650c8755f, 68ac9740141b9a9f",
        "31, 58f4bfc8e86bab43, 07806f7ee28f5826",
        "32, 50f31d3793680728, b3671e379d648e50",
        "33, 76786f3da23b955c, b44153d83450b3f5",
        "34, b74baf1418546b5e, c1d0020db8c66492",
        "40, 0a28f621cfba5ddc, f18ba665ab6330d9",
        "48, 0e81848d3295109d, ca29dc023783bb88",
        "49, 0bdcf76864249095, b6ff06bd0ae5b42a",
        "63, 357fb71c023223ee, f671659869d07b36",
        "64, ad1589b7c5beb048, 47491a1df8c31d40",
        "65, 7f2292db0034c89d, 5cc8ae1107d0ed88",
        "100, cafcffd9852421a9, 7ff718166d16e616",
        "127, 35094652bcc499ef, 6e35c007d546f8e5",
        "128, 12db8d76aa3e848c, c4cebe30979b872a",
        "129, 478500d6fa0dbb14, 9b7b17796c520a24",
        "143, 7c69bdd852b0f2c5, 53e52837d2e0042e",
        "144, da08b3976b12f466, 84d4bad66fc12b9f",
        "145, cddc670ad575ea76, e09255ccbc48c572",
        "150, 9767b65c77a016db, b306985a7fdcccc2",
        "160, c659e1636895da2d, ea33b8ea59f520a9",
        "175, 3bca7a183090e44d, 9da570b387bc1578",
        "176, aa9bfe6b74874495, ccf43013f744d952",
        "177, ee19176ba577957e, 915cc6d5e0f86015",
        "191, 8ee58d3a15bbbc45, 2f9c75d801690a99",
        "192, cf15c1497c031d4a, 74ea91dffcddfdc7",
        "207, 9057d230b99970ab, 02d6a68b33069a3d",
        "208, 7ff0c224bb613002, 8269cbeb127889e3",
        "209, bd1dbb8fa88e27fd, 15a2f888cc2a8d4c",
        "240, c38791f834867e72, 64503e6ee34f95bd",
        "255, b805295cc7a5cb3d, 0869335496bba82c",
        "256, 56f5e5b60f52e3e3, 4158ac497da13959",
        "271, 31bd75ad7fd32c5d, d1b498271e29bd13",
        "272, 491606798d0e2cd2, 9227f92858ab8cf2",
        "273, 2761d47d61c77648, 06e31232cae0c28e",
        "300, 37de997cdcc2ec74, d7938f820d74940a",
        "399, 74c84c5ea8aca584, e2630e844f0ae018",
        "400, 1fd9e8a8059d7fae, ffa075e865927321",
        "401, 67b5ec9a859acfd7, 1ab7b2f8bacde0d3",
        "1000, 2e4f063cc271e34e, 21d32723a2db141a",
        "4096, 320a3ebcf096752d, 02bff16b574a5ad4"
    })
    void theHashIsThatOfVersion102(int length, String low, String high) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        CityHash128 hash = new CityHash128();

        hash.update(bytes, 0, length);
        assertThat(HexFormat.of().toHexDigits(hash.low())).isEqualTo(low);
        assertThat(HexFormat.of().toHexDigits(hash.high())).isEqualTo(high);

        byte[] within = new byte[length + 11];
        Arrays.fill(within, (byte) 0x55);
        System.arraycopy(bytes, 0, within, 5, length);
        hash.update(within, 5, length);
        assertThat(HexFormat.of().toHexDigits(hash.low())).isEqualTo(low);
        assertThat(HexFormat.of().toHexDigits(hash.high())).isEqualTo(high);
    }
}
