package io.chconnect.codec.column;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import io.chconnect.types.value.TypedVariant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of several types: for each row which type, and for each type a column of its values in the order of the rows.
 * {@link #get} gives the value alone, {@link #typed} the value with its type.
 */
public abstract sealed class MemberColumn implements Column permits VariantColumn, DynamicColumn {
    /** The member of a row that is NULL. */
    public static final int NULL = -1;

    private final DataType type;
    private final int[] discriminators;
    private final int[] positions;
    private final List<Column> members;

    /** The positions follow from the discriminators. */
    MemberColumn(DataType type, int[] discriminators, List<? extends Column> members) {
        this.type = type;
        this.discriminators = discriminators;
        this.members = List.copyOf(members);
        this.positions = new int[discriminators.length];
        int[] counts = new int[members.size()];
        for (int row = 0; row < discriminators.length; row++) {
            int member = discriminators[row];
            if (member != NULL) {
                positions[row] = counts[member]++;
            }
        }
        for (int member = 0; member < counts.length; member++) {
            int rows = this.members.get(member).rowCount();
            if (rows != counts[member]) {
                throw new ConfigurationException(
                        "Member " + this.members.get(member).type().name() + " of a column of type " + type.name()
                                + " has " + rows + " values, expected " + counts[member]);
            }
        }
    }

    @Override
    public final DataType type() {
        return type;
    }

    @Override
    public final int rowCount() {
        return discriminators.length;
    }

    @Override
    public final boolean isNull(int row) {
        return discriminators[row] == NULL;
    }

    @Override
    public final @Nullable Object get(int row) {
        int member = discriminators[row];
        return member == NULL ? null : members.get(member).get(positions[row]);
    }

    /**
     * A value with its type.
     *
     * @param row from 0 to {@code rowCount() - 1}
     * @return null when the value is NULL
     * @throws io.chconnect.error.ConversionException if the value has no Java form, for example a String that is not UTF-8
     */
    public final @Nullable TypedVariant typed(int row) {
        int member = discriminators[row];
        if (member == NULL) {
            return null;
        }
        Object value = members.get(member).get(positions[row]);
        return value == null ? null : new TypedVariant(members.get(member).type(), value);
    }

    @Override
    public final long getLong(int row) {
        int member = discriminators[row];
        return member == NULL
                ? Conversions.toLong(type, null)
                : members.get(member).getLong(positions[row]);
    }

    @Override
    public final double getDouble(int row) {
        int member = discriminators[row];
        return member == NULL
                ? Conversions.toDouble(type, null)
                : members.get(member).getDouble(positions[row]);
    }

    @Override
    public final boolean @Nullable [] nullMap() {
        boolean[] map = null;
        for (int row = 0; row < discriminators.length; row++) {
            if (discriminators[row] == NULL) {
                map = map == null ? new boolean[discriminators.length] : map;
                map[row] = true;
            }
        }
        return map;
    }

    /**
     * The values of each type, in the order of the rows.
     *
     * @return unmodifiable; the type of a member is the type of its column
     */
    public final List<Column> members() {
        return members;
    }

    /**
     * Which of {@link #members()} each row belongs to, or {@link #NULL}.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to
     */
    public final int[] discriminators() {
        return discriminators;
    }

    /**
     * Where in the column of its member the value of each row stands; 0 where the value is NULL.
     *
     * @return the column's own array, {@code rowCount()} long, not to be written to
     */
    public final int[] positions() {
        return positions;
    }
}
