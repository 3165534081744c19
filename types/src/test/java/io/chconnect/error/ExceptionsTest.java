package io.chconnect.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExceptionsTest {
    @Test
    void conversionsNameThePlaceAsFarAsItIsKnown() {
        ConversionException problem = ConversionException.of("x", "Int8", "it is not a number");

        assertThat(problem).hasMessage("cannot convert x (String) to Int8: it is not a number");
        assertThat(problem.column()).isNull();
        assertThat(problem.row()).isNegative();
        assertThat(problem.atRow(3)).hasMessageStartingWith("Row 3: cannot convert");
        ConversionException placed = problem.at("c", 0);
        assertThat(placed).hasMessageStartingWith("Column \"c\", row 0: cannot convert");
        assertThat(placed.column()).isEqualTo("c");
        assertThat(placed.row()).isZero();
        assertThat(placed.getCause()).isSameAs(problem);
    }

    @Test
    void longValuesAreCutInMessages() {
        assertThat(ConversionException.of("y".repeat(5000), "Int8", "no")
                        .getMessage()
                        .length())
                .isLessThan(300);
    }

    @Test
    void malformedDataNamesThePlace() {
        MalformedDataException inColumn = new MalformedDataException("bad", 4711, "column 3 > Array", true, null);

        assertThat(inColumn).hasMessage("Malformed data at byte 4711, column 3 > Array: bad");
        assertThat(inColumn.offset()).isEqualTo(4711);
        assertThat(inColumn.path()).isEqualTo("column 3 > Array");
        assertThat(inColumn.endOfData()).isTrue();
        assertThat(new MalformedDataException("bad", 1, "", false, null)).hasMessage("Malformed data at byte 1: bad");
        assertThat(new MalformedDataException("bad", 1, "", false, null).endOfData())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(StatementOutcome.class)
    void aTimeoutMayBeRepeatedOnlyWhenNothingWasSent(StatementOutcome outcome) {
        TimeoutException timeout =
                new TimeoutException("slow", TimeoutException.Phase.WAIT, Duration.ofSeconds(2), outcome, null);

        assertThat(timeout.phase()).isEqualTo(TimeoutException.Phase.WAIT);
        assertThat(timeout.limit()).isEqualTo(Duration.ofSeconds(2));
        assertThat(timeout.outcome()).isEqualTo(outcome);
        assertThat(timeout.retryable()).isEqualTo(outcome == StatementOutcome.NOT_SENT);
        assertThat(new ConnectionException("gone", outcome, null).retryable())
                .isEqualTo(outcome == StatementOutcome.NOT_SENT);
    }

    @Test
    void anUnsupportedTypeNamesItsColumn() {
        UnsupportedTypeException bare = new UnsupportedTypeException(null, "Foo", "use Bar");

        assertThat(bare).hasMessage("Type Foo, which is not supported: use Bar");
        assertThat(bare.inColumn("c")).hasMessage("Column \"c\" has type Foo, which is not supported: use Bar");
        assertThat(bare.inColumn("c").column()).isEqualTo("c");
        assertThat(bare.inColumn("c").type()).isEqualTo("Foo");
        assertThat(bare.column()).isNull();
    }
}
