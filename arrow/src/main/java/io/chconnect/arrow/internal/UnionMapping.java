package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.column.NothingColumn;
import io.chconnect.codec.column.VariantColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.DenseUnionVector;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Variant: a dense union, whose last member holds the rows that are NULL. */
final class UnionMapping extends Mapping {
    private final List<Mapping> members;
    private final List<Field> fields = new ArrayList<>();

    UnionMapping(DataType type, List<Mapping> members) {
        super(
                type,
                new ArrowType.Union(
                        UnionMode.Dense,
                        IntStream.rangeClosed(0, members.size()).toArray()));
        this.members = members;
        for (Mapping member : members) {
            String name = member.type().name();
            fields.add(member.field(name, false, Map.of(FieldTypes.KEY, name)));
        }
        fields.add(new NothingMapping().field("NULL"));
    }

    @Override
    List<Field> children() {
        return fields;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        MemberColumn values = (MemberColumn) column;
        int rows = values.rowCount();
        int[] discriminators = values.discriminators();
        int[] positions = values.positions().clone();
        byte[] ids = new byte[rows];
        int nullCount = 0;
        for (int row = 0; row < rows; row++) {
            if (discriminators[row] == MemberColumn.NULL) {
                ids[row] = (byte) members.size();
                positions[row] = nullCount++;
            } else {
                ids[row] = (byte) discriminators[row];
            }
        }
        out.fieldWithoutValidity(rows, 0);
        out.bytes(ids, 0, rows);
        out.ints(positions);
        for (int i = 0; i < members.size(); i++) {
            members.get(i).write(values.members().get(i), null, out);
        }
        new NothingMapping().write(new NothingColumn(SimpleType.NOTHING, nullCount), null, out);
    }

    @Override
    public boolean accepts(Field field) {
        return isDense(field) && membersOf(field) != null;
    }

    /** Whether a field is a dense union. */
    static boolean isDense(Field field) {
        return field.getType() instanceof ArrowType.Union union && union.getMode() == UnionMode.Dense;
    }

    /** The member of each child, or {@link MemberColumn#NULL}, in whatever order they stand; null when one has none. */
    private int @Nullable [] membersOf(Field field) {
        List<Field> children = field.getChildren();
        int[] memberOf = new int[children.size()];
        boolean[] used = new boolean[members.size()];
        for (int i = 0; i < memberOf.length; i++) {
            Field child = children.get(i);
            if (child.getType() instanceof ArrowType.Null) {
                memberOf[i] = MemberColumn.NULL;
                continue;
            }
            int member = member(child, used, true);
            memberOf[i] = member >= 0 ? member : member(child, used, false);
            if (memberOf[i] < 0) {
                return null;
            }
            used[memberOf[i]] = true;
        }
        return memberOf;
    }

    private int member(Field child, boolean[] used, boolean byName) {
        for (int i = 0; i < used.length; i++) {
            if (!used[i]
                    && (!byName || members.get(i).type().name().equals(child.getName()))
                    && members.get(i).accepts(child)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    VariantColumn read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        DenseUnionVector union = (DenseUnionVector) vector;
        int[] memberOf = membersOf(vector.getField());
        if (memberOf == null) {
            throw new ConversionException("a union of " + vector.getField().getChildren() + " for " + type().name());
        }
        int rows = union.getValueCount();
        byte[] ids = VectorInput.bytes(union.getTypeBuffer(), rows);
        int[] offsets = VectorInput.ints(union.getOffsetBuffer(), rows);
        int[] discriminators = new int[rows];
        int[] counts = new int[memberOf.length];
        for (int row = 0; row < rows; row++) {
            int child = ids[row];
            if (child < 0 || child >= memberOf.length) {
                throw new ConversionException("the member " + child + " of a union of " + memberOf.length).atRow(row);
            }
            int member = memberOf[child];
            // Where NULLs stand does not matter, and ClickHouse gives them all the same place.
            if (member != MemberColumn.NULL && offsets[row] != counts[child]++) {
                throw new ConversionException("the values of a dense union do not stand in the order of its rows")
                        .atRow(row);
            }
            discriminators[row] = member;
        }
        Column[] columns = new Column[members.size()];
        for (int i = 0; i < memberOf.length; i++) {
            if (memberOf[i] != MemberColumn.NULL) {
                columns[memberOf[i]] = in.read(
                        members.get(memberOf[i]), union.getChildrenFromFields().get(i));
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i] == null ? in.factory().column(members.get(i).type(), List.of()) : columns[i];
        }
        return new VariantColumn(type(), discriminators, List.of(columns));
    }
}
