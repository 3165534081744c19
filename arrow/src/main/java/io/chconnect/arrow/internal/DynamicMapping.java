package io.chconnect.arrow.internal;

import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.column.VariantColumn;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.NullableType;
import io.chconnect.types.VariantType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.DenseUnionVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Dynamic: the server's texts of the values, or a dense union of the types that were asked for; both are read. */
final class DynamicMapping extends Mapping {
    private final TextMapping text;
    private final @Nullable UnionMapping union;
    private final ColumnFactory factory;
    private final Function<DataType, Mapping> mappings;

    private DynamicMapping(
            DynamicType type,
            @Nullable UnionMapping union,
            ColumnFactory factory,
            Function<DataType, Mapping> mappings) {
        super(type, union == null ? ArrowType.Utf8.INSTANCE : union.arrowType());
        this.text = new TextMapping(type);
        this.union = union;
        this.factory = factory;
        this.mappings = mappings;
    }

    /** Texts. */
    static DynamicMapping texts(DynamicType type, ColumnFactory factory, Function<DataType, Mapping> mappings) {
        return new DynamicMapping(type, null, factory, mappings);
    }

    /** A union. */
    static DynamicMapping union(
            DynamicType type, UnionMapping union, ColumnFactory factory, Function<DataType, Mapping> mappings) {
        return new DynamicMapping(type, union, factory, mappings);
    }

    @Override
    List<Field> children() {
        return union == null ? List.of() : union.children();
    }

    @Override
    boolean takesNulls() {
        return union == null;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        if (union == null) {
            text.write(column, nulls, out);
        } else {
            union.write(asVariant((MemberColumn) column, (VariantType) union.type()), nulls, out);
        }
    }

    private VariantColumn asVariant(MemberColumn values, VariantType type) {
        int[] places = new int[values.members().size()];
        Column[] columns = new Column[type.members().size()];
        for (int i = 0; i < places.length; i++) {
            Column member = values.members().get(i);
            places[i] = type.members().indexOf(member.type());
            if (places[i] >= 0) {
                columns[places[i]] = member;
            }
        }
        int[] discriminators = values.discriminators().clone();
        for (int row = 0; row < discriminators.length; row++) {
            int member = discriminators[row];
            if (member != MemberColumn.NULL && places[member] < 0) {
                throw new ConversionException("a value of type "
                                + values.members().get(member).type().name()
                                + ", which is none of dynamicTypes: name it there, or read texts")
                        .atRow(row);
            }
            discriminators[row] = member == MemberColumn.NULL ? member : places[member];
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i] == null ? factory.column(type.members().get(i), List.of()) : columns[i];
        }
        return new VariantColumn(type, discriminators, List.of(columns));
    }

    @Override
    public boolean accepts(Field field) {
        return text.accepts(field) || membersOf(field) != null;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        VariantType members = vector instanceof DenseUnionVector ? membersOf(vector.getField()) : null;
        if (members == null) {
            return text.read(in, vector, nulls);
        }
        VariantColumn values = new UnionMapping(
                        members, members.members().stream().map(mappings).toList())
                .read(in, vector, nulls);
        return new DynamicColumn(type(), values.discriminators().clone(), values.members());
    }

    /** The types of the values of a dense union; null when it is none of values that a Dynamic can hold. */
    private static @Nullable VariantType membersOf(Field field) {
        if (!UnionMapping.isDense(field)) {
            return null;
        }
        Set<DataType> types = new HashSet<>();
        List<DataType> members = new ArrayList<>();
        for (Field child : field.getChildren()) {
            if (child.getType() instanceof ArrowType.Null) {
                continue;
            }
            DataType type = FieldTypes.of(child);
            DataType member = type instanceof NullableType nullable ? nullable.inner() : type;
            if (!VariantType.mayHold(member) || !types.add(member)) {
                return null;
            }
            members.add(member);
        }
        return members.isEmpty() ? null : new VariantType(members);
    }
}
