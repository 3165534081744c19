package io.chconnect.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyExpressionsTest {
    @Test
    void commasWithinNamesTextsAndCallsDoNotSplit() {
        assertThat(KeyExpressions.of("a, `b, c`, concat(d, ',(', e), [f, g][1], `h\\`i`"))
                .containsExactly("a", "b, c", "concat(d, ',(', e)", "[f, g][1]", "h`i");
    }

    @Test
    void namesOfNestedColumnsHaveTheirPoint() {
        assertThat(KeyExpressions.of("n.a, `n n`.b, a + b")).containsExactly("n.a", "n n.b", "a + b");
    }

    @Test
    void aTableMayHaveNoKey() {
        assertThat(KeyExpressions.of("")).isEmpty();
    }
}
