package io.chconnect.client;

/** As which Java class rows give the values of a type or column, instead of the one that belongs to the type. */
public enum ReadFormat {
    /** As the class that belongs to the type. */
    NATURAL,
    /** As the text that the server's {@code toString} gives: String. */
    TEXT,
    /** The bytes of String, FixedString and Enum labels: {@code byte[]}. */
    BYTES,
    /**
     * The number that is stored: Long. Seconds since 1970 for DateTime, ticks of its precision for DateTime64, days since
     * 1970 for Date and Date32, seconds for Time, ticks for Time64, the amount of an Interval, the number of an Enum label, 1
     * or 0 for Bool, an IPv4 address as the number from 0 to 2^32 - 1, and the 64 bits of a UInt64.
     */
    NUMBER
}
