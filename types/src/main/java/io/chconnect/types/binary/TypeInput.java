package io.chconnect.types.binary;

/** Where {@link TypeDecoder} reads from. Every method fails with the reader's own exception when the data ends. */
public interface TypeInput {
    /**
     * Reads a byte.
     *
     * @return 0 to 255
     */
    int readByte();

    /**
     * Reads an unsigned LEB128 number.
     *
     * @return 64 bits
     */
    long readVarInt();

    /**
     * Reads bytes.
     *
     * @param count how many, at most 32
     * @return a new array
     */
    byte[] readBytes(int count);

    /**
     * Reads a varint length and as many bytes of UTF-8. The length is bounded by the reader.
     *
     * @return the text
     */
    String readString();

    /**
     * Makes the exception for bytes that are no type. It names the place.
     *
     * @param problem what is wrong, with the value and what was expected
     * @return the exception to throw
     */
    RuntimeException malformed(String problem);
}
