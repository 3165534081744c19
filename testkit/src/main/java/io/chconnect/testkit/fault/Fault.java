package io.chconnect.testkit.fault;

/**
 * What a {@link FaultProxy} does to one connection. A fault takes the place of the byte behind those that pass: before that
 * byte is there, nothing happens, so that a fault in an answer strikes when its request was sent.
 *
 * @param kind the fault
 * @param direction whose bytes are counted
 * @param afterBytes how many of them pass before the fault
 */
public record Fault(Kind kind, Direction direction, long afterBytes) {
    /** No fault. */
    public static final Fault NONE = new Fault(Kind.NONE, Direction.DOWN, Long.MAX_VALUE);

    /** Kinds of faults. */
    public enum Kind {
        /** Everything passes. */
        NONE,
        /** Both ends see an orderly end (FIN). */
        CUT,
        /** Both ends see a reset (RST). */
        RESET,
        /** No more bytes pass this way until the proxy or an end closes. */
        STALL
    }

    /** A direction through the proxy. */
    public enum Direction {
        /** From the client to the server. */
        UP,
        /** From the server to the client. */
        DOWN
    }

    /**
     * A fault in the server's answer.
     *
     * @param kind the fault
     * @param bytes how many bytes of the server pass before
     * @return a new fault
     */
    public static Fault down(Kind kind, long bytes) {
        return new Fault(kind, Direction.DOWN, bytes);
    }

    /**
     * A fault in the client's request.
     *
     * @param kind the fault
     * @param bytes how many bytes of the client pass before
     * @return a new fault
     */
    public static Fault up(Kind kind, long bytes) {
        return new Fault(kind, Direction.UP, bytes);
    }
}
