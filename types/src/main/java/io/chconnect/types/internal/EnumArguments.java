package io.chconnect.types.internal;

import io.chconnect.types.DataType;
import io.chconnect.types.EnumType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The labels of an enum: {@code 'a' = 1, 'b' = 2}, or without numbers, which then count on from the first. */
final class EnumArguments {
    private final TypeNameCursor cursor;

    EnumArguments(TypeNameCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Parses the labels.
     *
     * @param start the token of the family
     * @param bits 8 or 16; 0 to take 8 if all numbers fit
     * @return the type
     */
    DataType parse(Token start, int bits) {
        List<EnumType.Entry> entries = new ArrayList<>();
        if (cursor.open()) {
            boolean counting = false;
            boolean numbered = false;
            int number = 0;
            do {
                Token label = cursor.expect(Token.Kind.STRING, "a label in quotes");
                boolean first = entries.isEmpty();
                if (cursor.skip('=')) {
                    // The server allows 'a', 'b' = 5 and 'a' = 5, 'b', but no further mixture.
                    numbered |= !first;
                    number = number();
                } else {
                    counting = true;
                    number++;
                }
                entries.add(new EnumType.Entry(label.text(), number));
            } while (cursor.nextArgument());
            if (counting && bits > 0 && !start.text().equals("Enum" + bits)) {
                throw cursor.error(start, "expected Enum" + bits + ", or in other letters numbers for all labels");
            }
            if (counting && numbered && entries.size() > 2) {
                throw cursor.error(start, "expected numbers for all labels, or for none but the first");
            }
        }
        if (entries.isEmpty()) {
            throw cursor.error(start, "an enum needs at least one label");
        }
        int width = bits == 0 ? width(entries) : bits;
        return cursor.build(start, () -> new EnumType(width, entries));
    }

    private int number() {
        boolean negative = cursor.skip('-');
        if (!negative) {
            cursor.skip('+');
        }
        Token token = cursor.expect(Token.Kind.NUMBER, "a number");
        if (!NumberText.isInteger(token.text())) {
            throw cursor.error(token, "expected an integer, found " + token.describe());
        }
        BigInteger value = NumberText.integer(token.text());
        if (value.bitLength() > 16) {
            throw cursor.error(token, "expected a number of -32768 to 32767, found " + token.describe());
        }
        return negative ? -value.intValue() : value.intValue();
    }

    private static int width(List<EnumType.Entry> entries) {
        boolean small = entries.stream()
                .allMatch(entry -> entry.number() >= Byte.MIN_VALUE && entry.number() <= Byte.MAX_VALUE);
        return small ? 8 : 16;
    }
}
