package io.chconnect.observe.opentelemetry;

/** What spans show of a statement's text, as {@code db.query.text}. Values of parameters are never shown. */
public enum QueryText {
    /** Nothing. */
    NONE,
    /** The statement with a question mark for every text and number, and without comments and inline data. */
    SHAPE,
    /** The statement as it was written, with whatever secrets are in it. */
    FULL
}
