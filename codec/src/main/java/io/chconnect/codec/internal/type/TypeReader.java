package io.chconnect.codec.internal.type;

import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.binary.TypeDecoder;

/** Reads the types that stand in the data: by their names, or in their binary form. */
public enum TypeReader {
    NAMES {
        @Override
        public DataType read(WireReader in) {
            return parse(in, in.readString());
        }
    },
    BINARY {
        @Override
        public DataType read(WireReader in) {
            return TypeDecoder.decode(in);
        }
    };

    /**
     * Reads a type.
     *
     * @throws UnsupportedTypeException if it is not known
     */
    public abstract DataType read(WireReader in);

    /** The type of a name that came from the wire. */
    public static DataType parse(WireReader in, String name) {
        try {
            return DataTypes.parse(name);
        } catch (ConfigurationException e) {
            throw in.malformed("a type name that cannot be read: " + e.getMessage(), e);
        }
    }
}
