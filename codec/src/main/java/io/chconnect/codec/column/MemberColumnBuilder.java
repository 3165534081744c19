package io.chconnect.codec.column;

import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects for each row its member, and for each member its values. Not thread-safe. */
abstract class MemberColumnBuilder implements ColumnBuilder {
    final DataType type;
    final List<ColumnBuilder> members = new ArrayList<>();
    private int[] discriminators;
    private int[] counts = new int[4];
    private int size;

    MemberColumnBuilder(DataType type, int expectedRows) {
        this.type = type;
        this.discriminators = new int[expectedRows];
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final void appendNull() {
        put(MemberColumn.NULL);
    }

    @Override
    public final void appendDefault() {
        put(MemberColumn.NULL);
    }

    /** Adds the value of a column whose type is the member's. */
    final void appendMember(int member, Column column, int row) {
        members.get(member).appendFrom(column, row);
        put(member);
    }

    final void appendMember(int member, Object value) {
        members.get(member).append(value);
        put(member);
    }

    @Override
    public final void truncate(int newSize) {
        for (int row = newSize; row < size; row++) {
            if (discriminators[row] != MemberColumn.NULL) {
                counts[discriminators[row]]--;
            }
        }
        size = Math.min(size, newSize);
        for (int member = 0; member < members.size(); member++) {
            members.get(member).truncate(count(member));
        }
    }

    @Override
    public final long byteSize() {
        long bytes = size;
        for (ColumnBuilder member : members) {
            bytes += member.byteSize();
        }
        return bytes;
    }

    final int[] discriminators() {
        return Arrays.copyOf(discriminators, size);
    }

    final List<Column> builtMembers() {
        List<Column> built = new ArrayList<>();
        members.forEach(member -> built.add(member.build()));
        return built;
    }

    private int count(int member) {
        return member < counts.length ? counts[member] : 0;
    }

    private void put(int member) {
        if (size == discriminators.length) {
            discriminators = Arrays.copyOf(discriminators, ColumnBuilder.grow(size));
        }
        if (member != MemberColumn.NULL) {
            if (member >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(members.size(), counts.length * 2));
            }
            counts[member]++;
        }
        discriminators[size++] = member;
    }
}
