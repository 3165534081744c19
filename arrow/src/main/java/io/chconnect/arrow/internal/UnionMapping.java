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
        members.forEach(member -> fields.add(member.field(member.type().name())));
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
        if (!(field.getType() instanceof ArrowType.Union union)
                || union.getMode() != UnionMode.Dense
                || field.getChildren().size() != fields.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            Field child = field.getChildren().get(i);
            boolean last = i == members.size();
            if (last
                    ? !(child.getType() instanceof ArrowType.Null)
                    : !members.get(i).accepts(child)) {
                return false;
            }
        }
        return true;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        DenseUnionVector union = (DenseUnionVector) vector;
        int rows = union.getValueCount();
        byte[] ids = VectorInput.bytes(union.getTypeBuffer(), rows);
        int[] offsets = VectorInput.ints(union.getOffsetBuffer(), rows);
        int[] discriminators = new int[rows];
        int[] counts = new int[fields.size()];
        for (int row = 0; row < rows; row++) {
            int id = ids[row];
            // Where NULLs stand does not matter, and ClickHouse gives them all the same place.
            if (id < members.size() && offsets[row] != counts[id]++) {
                throw new ConversionException("the values of a dense union do not stand in the order of its rows")
                        .atRow(row);
            }
            discriminators[row] = id == members.size() ? MemberColumn.NULL : id;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            columns.add(in.read(members.get(i), union.getChildrenFromFields().get(i)));
        }
        return new VariantColumn(type(), discriminators, columns);
    }
}
