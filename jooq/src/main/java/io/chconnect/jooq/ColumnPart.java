package io.chconnect.jooq;

/** What {@link AlterTable#removeFromColumn} takes from a column. */
public enum ColumnPart {
    /** The default. */
    DEFAULT,
    /** That it is computed when a row is stored; it becomes a plain column. */
    MATERIALIZED,
    /** That it is computed when it is read; it becomes a plain column. */
    ALIAS,
    /** What people are told of it. */
    COMMENT,
    /** How it is compressed. */
    CODEC,
    /** When values become the default. */
    TTL,
    /** How it is stored. */
    SETTINGS
}
