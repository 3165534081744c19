package io.chconnect.types.binary;

/** Where {@link TypeEncoder} writes to. */
public interface TypeOutput {
    /**
     * Writes a byte.
     *
     * @param value its lowest 8 bits are written
     */
    void writeByte(int value);

    /**
     * Writes an unsigned LEB128 number.
     *
     * @param value 64 bits
     */
    void writeVarInt(long value);

    /**
     * Writes a varint length and the text as UTF-8.
     *
     * @param value the text
     */
    void writeString(String value);
}
