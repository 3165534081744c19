package io.chconnect.client.transport;

import io.chconnect.error.ConversionException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The answer of a command.
 *
 * @param text what the server answered, in the format TabSeparated; empty for most commands
 * @param summary what the command did
 */
public record CommandOutcome(String text, StatementSummary summary) {
    /**
     * The outcome of a command whose answer came as bytes.
     *
     * @param answer the bytes
     * @param summary what the command did
     * @return the outcome
     * @throws ConversionException if the bytes are not UTF-8; the command ran
     */
    public static CommandOutcome of(ByteBuffer answer, StatementSummary summary) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(answer).toString();
            return new CommandOutcome(text, summary);
        } catch (CharacterCodingException e) {
            throw new ConversionException(
                    "The answer of the command is not UTF-8 text: ask for its bytes (rawQuery) instead");
        }
    }
}
