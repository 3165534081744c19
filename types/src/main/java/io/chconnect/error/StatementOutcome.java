package io.chconnect.error;

/** What is known of a statement's fate on the server when an operation fails. */
public enum StatementOutcome {
    /** The statement never left this process, or no byte of it can have been acted on: repeating it is safe. */
    NOT_SENT,
    /** The server answered with an error. Parts of an insert that came before may have been stored. */
    REJECTED,
    /** The statement was sent and no verdict arrived: it may or may not have taken effect. */
    UNKNOWN,
    /** The failure has nothing to do with a statement, or came after the server had finished it. */
    NOT_APPLICABLE
}
