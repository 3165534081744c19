package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.List;

/** The values of a Dynamic: its members are the types that occur in this block. */
public final class DynamicColumn extends MemberColumn {
    /**
     * Creates the column.
     *
     * @param type the type
     * @param discriminators the member of each row, or {@link #NULL}; owned by the column from now on
     * @param members a column for each type that occurs, each type once, with the values of its rows
     * @throws io.chconnect.error.ConfigurationException if a member has not as many values as rows
     */
    public DynamicColumn(DataType type, int[] discriminators, List<? extends Column> members) {
        super(type, discriminators, members);
    }
}
