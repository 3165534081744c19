package io.chconnect.codec;

/**
 * Revisions of the protocol at which the Native format gained something; see {@code src/Core/ProtocolDefines.h} of
 * ClickHouse.
 */
public final class ProtocolRevision {
    /** No revision: what an insert body has, and a response that was asked for none. */
    public static final int NONE = 0;

    /** The revision that queries over HTTP ask for: zones of DateTime and LowCardinality arrive. */
    public static final int DEFAULT = 54405;

    private static final int CUSTOM_SERIALIZATION = 54454;

    private ProtocolRevision() {}

    static boolean hasBlockInfo(int revision) {
        return revision > 0;
    }

    static boolean hasCustomSerialization(int revision) {
        return revision >= CUSTOM_SERIALIZATION;
    }
}
