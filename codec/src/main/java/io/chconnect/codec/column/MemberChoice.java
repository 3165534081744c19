package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.util.List;

/** Finds the member of a Variant that a Java value belongs to. Stateless and thread-safe. */
@FunctionalInterface
public interface MemberChoice {
    /**
     * Finds the member.
     *
     * @param type the Variant or Geometry
     * @param members its members in order
     * @param value a value that is not NULL
     * @return the place of its member
     * @throws ConversionException if the value belongs to none of the members, or to several
     */
    int member(DataType type, List<DataType> members, Object value);
}
