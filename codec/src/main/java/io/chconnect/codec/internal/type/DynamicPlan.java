package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.column.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which members of a Dynamic are written as columns of their own, sorted by name, and which ones in the shared variant: the
 * first as many as the type allows have their own.
 */
final class DynamicPlan {
    private final List<Column> direct;
    private final int sharedIndex;
    private final int[] indexOf;

    private DynamicPlan(List<Column> direct, int sharedIndex, int[] indexOf) {
        this.direct = direct;
        this.sharedIndex = sharedIndex;
        this.indexOf = indexOf;
    }

    static DynamicPlan of(MemberColumn column, int maxTypes) {
        List<Column> members = column.members();
        List<Column> direct = new ArrayList<>();
        for (Column member : members) {
            if (direct.size() < maxTypes && member.rowCount() > 0) {
                direct.add(member);
            }
        }
        direct.sort(Comparator.comparing(member -> member.type().name(), Utf8.BYTE_ORDER));
        int shared = 0;
        while (shared < direct.size()
                && Utf8.BYTE_ORDER.compare(direct.get(shared).type().name(), DynamicMembers.SHARED) < 0) {
            shared++;
        }
        int[] indexOf = new int[members.size()];
        for (int member = 0; member < indexOf.length; member++) {
            int place = direct.indexOf(members.get(member));
            indexOf[member] = place < 0 ? shared : place < shared ? place : place + 1;
        }
        return new DynamicPlan(direct, shared, indexOf);
    }

    /** The members with columns of their own, in order. */
    List<Column> direct() {
        return direct;
    }

    /** Before which of them the shared variant stands. */
    int sharedIndex() {
        return sharedIndex;
    }

    /** Whether a member of the column, or NULL, goes to the shared variant. */
    boolean isShared(int member) {
        return member != MemberColumn.NULL && indexOf[member] == sharedIndex;
    }

    /** The numbers to write for the members of the rows. */
    int[] discriminators(MemberColumn column) {
        int[] discriminators = column.discriminators().clone();
        for (int row = 0; row < discriminators.length; row++) {
            if (discriminators[row] != MemberColumn.NULL) {
                discriminators[row] = indexOf[discriminators[row]];
            }
        }
        return discriminators;
    }
}
