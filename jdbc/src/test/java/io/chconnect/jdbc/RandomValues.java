package io.chconnect.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random values of the classes that statements take, hostile texts among them. */
final class RandomValues {
    private static final String ALPHABET = "ab'\"`\\?{}:$\t\n\r\0\b\f -/*#;%_()[],NULL\u00e9\u4e2d\u2019\uFEFF";
    private static final int KINDS = 18;

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    /** The next value: mostly texts, but any class comes up. */
    Object next() {
        int kind = random.nextInt(KINDS + 8);
        return switch (kind) {
            case 0 -> random.nextBoolean();
            case 1 -> (byte) random.nextInt();
            case 2 -> (short) random.nextInt();
            case 3 -> random.nextInt();
            case 4 -> random.nextLong();
            case 5 -> integer(255);
            case 6 -> new BigDecimal(integer(120), random.nextInt(37));
            case 7 -> Float.intBitsToFloat(random.nextInt());
            case 8 -> Double.longBitsToDouble(random.nextLong());
            case 9 -> new UUID(random.nextLong(), random.nextLong());
            case 10 -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(146_000));
            case 11 -> dateTime();
            case 12 -> instant();
            case 13 -> Duration.ofSeconds(random.nextInt(7_000_000) - 3_500_000, random.nextInt(1_000_000_000));
            case 14 -> address(random.nextBoolean() ? 4 : 16);
            case 15 -> bytes(random.nextInt(20));
            case 16 -> list();
            case 17 -> Map.of(text(), random.nextLong(), text() + "'", random.nextLong());
            default -> text();
        };
    }

    /** A text of characters that mean something in SQL, in escapes and in formats. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            if (random.nextInt(20) == 0) {
                text.appendCodePoint(0x1F600 + random.nextInt(60));
            } else {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    /** A whole number from 0. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(9_000_000_000L) - 2_000_000_000L, random.nextInt(1_000_000_000));
    }

    LocalDateTime dateTime() {
        return LocalDateTime.of(1900, 1, 2, 0, 0).plusSeconds(random.nextLong(11_000_000_000L));
    }

    private BigInteger integer(int bits) {
        return new BigInteger(random.nextInt(bits) + 1, random)
                .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
    }

    private List<String> list() {
        List<String> list = new ArrayList<>();
        for (int length = random.nextInt(5); length > 0; length--) {
            list.add(random.nextInt(5) == 0 ? null : text());
        }
        return list;
    }

    private InetAddress address(int length) {
        try {
            byte[] bytes = bytes(length);
            // Java itself takes the mapped addresses for IPv4.
            bytes[0] |= 1;
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
