package io.chconnect.jooq.internal.render;

import org.jooq.exception.SQLDialectNotSupportedException;

/** What is said of a statement that the server would refuse. */
public final class Refusal {
    private Refusal() {}

    /** A refusal: what there is not, and what there is in its place. */
    public static SQLDialectNotSupportedException of(String what, String instead) {
        return new SQLDialectNotSupportedException("ClickHouse has no " + what + ": " + instead);
    }
}
