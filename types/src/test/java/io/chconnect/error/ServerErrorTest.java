package io.chconnect.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerErrorTest {
    private static final String TEXT =
            "Code: 60. DB::Exception: Unknown table expression identifier 'nowhere' in scope SELECT"
                    + " * FROM nowhere. (UNKNOWN_TABLE) (version 26.7.2.1 (official build))\n";

    @Test
    void theServersTextIsTakenApart() {
        assertThat(ServerError.parse(TEXT))
                .isEqualTo(new ServerError(
                        60,
                        "UNKNOWN_TABLE",
                        "26.7.2.1 (official build)",
                        "Unknown table expression identifier 'nowhere' in scope SELECT * FROM nowhere."));
    }

    @Test
    void theTextOfOldServersHasNoName() {
        assertThat(
                        ServerError.parse(
                                "Code: 81, e.displayText() = DB::Exception: Database x doesn't exist, e.what() = DB::Exception"))
                .extracting(ServerError::code, ServerError::name, ServerError::version)
                .containsExactly(81, null, null);
    }

    @Test
    void aCodeBesideTheTextWins() {
        assertThat(ServerError.parse(TEXT, 159).code()).isEqualTo(159);
        assertThat(ServerError.parse("no code here", 159)).isEqualTo(new ServerError(159, null, null, "no code here"));
        assertThat(ServerError.parse("no code here").code()).isZero();
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        String message = "x".repeat(ServerError.MAX_MESSAGE_LENGTH);

        assertThat(ServerError.parse("Code: 1. DB::Exception: " + message).message())
                .isEqualTo(message);
        assertThat(ServerError.parse("Code: 1. DB::Exception: " + message + "y").message())
                .startsWith(message + "\u2026")
                .endsWith("(" + (ServerError.MAX_MESSAGE_LENGTH + 1) + " characters)");
    }

    @Test
    void errorsBecomeExceptionsThatTellAll() {
        ServerException e = ServerErrors.from(TEXT, 0, "id-1");

        assertThat(e.code()).isEqualTo(60);
        assertThat(e.name()).isEqualTo("UNKNOWN_TABLE");
        assertThat(e.version()).isEqualTo("26.7.2.1 (official build)");
        assertThat(e.queryId()).isEqualTo("id-1");
        assertThat(e.outcome()).isEqualTo(StatementOutcome.REJECTED);
        assertThat(e)
                .isNotInstanceOf(AuthenticationException.class)
                .hasMessageContaining("60")
                .hasMessageContaining("UNKNOWN_TABLE")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("id-1");
        assertThat(ServerErrors.from("Code: 60. DB::Exception: x", 0, null).queryId())
                .isNull();
    }

    @Test
    void aRefusedLoginIsItsOwnException() {
        assertThat(ServerErrors.from("Code: 516. DB::Exception: no (AUTHENTICATION_FAILED)", 0, null))
                .isInstanceOf(AuthenticationException.class);
        assertThat(ServerErrors.from("Code: 517. DB::Exception: no", 0, null))
                .isNotInstanceOf(AuthenticationException.class);
    }
}
