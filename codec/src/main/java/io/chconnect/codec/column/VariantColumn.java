package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.List;

/** The values of a Variant, or of a Geometry, which is one. */
public final class VariantColumn extends MemberColumn {
    /**
     * Creates the column.
     *
     * @param type the type
     * @param discriminators the member of each row, or {@link #NULL}; owned by the column from now on
     * @param members a column for each member of the type in its order, with the values of its rows
     * @throws io.chconnect.error.ConfigurationException if a member has not as many values as rows
     */
    public VariantColumn(DataType type, int[] discriminators, List<? extends Column> members) {
        super(type, discriminators, members);
    }
}
