package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.DynamicColumnBuilder;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Gives the types within a shared variant members of their own. */
final class SharedVariant {
    private SharedVariant() {}

    /**
     * A column without shared variant.
     *
     * @param members the columns as they were read, at {@code sharedIndex} a Dynamic one
     * @param builder makes the builder of a column that starts anew
     */
    static DynamicColumn dissolve(
            DataType type,
            int[] discriminators,
            List<Column> members,
            int sharedIndex,
            IntFunction<DynamicColumnBuilder> builder) {
        DynamicColumn shared = (DynamicColumn) members.get(sharedIndex);
        List<Column> own = new ArrayList<>(members);
        own.remove(sharedIndex);
        List<Column> all = new ArrayList<>(own);
        all.addAll(shared.members());
        int[] dissolved = new int[discriminators.length];
        int position = 0;
        for (int row = 0; row < dissolved.length; row++) {
            int member = discriminators[row];
            if (member == sharedIndex) {
                int inner = shared.discriminators()[position++];
                dissolved[row] = inner == MemberColumn.NULL ? MemberColumn.NULL : own.size() + inner;
            } else {
                dissolved[row] = member > sharedIndex ? member - 1 : member;
            }
        }
        return eachTypeOnce(new DynamicColumn(type, dissolved, all), builder);
    }

    /**
     * A column with one member for each type. In the server a type may have a column of its own and stand in the shared
     * variant, too, and flattened it is then there twice.
     */
    static DynamicColumn eachTypeOnce(DynamicColumn column, IntFunction<DynamicColumnBuilder> builder) {
        return distinct(column.members()) ? column : rebuilt(column, builder);
    }

    private static boolean distinct(List<Column> members) {
        Set<DataType> types = new HashSet<>();
        return members.stream().allMatch(member -> types.add(member.type()));
    }

    private static DynamicColumn rebuilt(DynamicColumn column, IntFunction<DynamicColumnBuilder> builder) {
        DynamicColumnBuilder values = builder.apply(column.rowCount());
        for (int row = 0; row < column.rowCount(); row++) {
            values.appendFrom(column, row);
        }
        return values.build();
    }
}
