package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.TupleColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Tuples; elements without a name are called by their place, counted from 1. */
final class StructMapping extends Mapping {
    private final List<Mapping> elements;
    private final List<Field> fields;
    private final DataType readType;

    StructMapping(DataType type, TupleType tuple, List<Mapping> elements) {
        super(type, ArrowType.Struct.INSTANCE);
        this.elements = elements;
        this.fields = new ArrayList<>();
        List<TupleType.Element> read = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < elements.size(); i++) {
            String name = tuple.elements().get(i).name();
            Mapping element = elements.get(i);
            fields.add(element.field(name == null ? Integer.toString(i + 1) : name));
            read.add(new TupleType.Element(name, element.readType()));
            same &= element.readType().equals(element.type());
        }
        this.readType = same ? type : new TupleType(read);
    }

    @Override
    public DataType readType() {
        return readType;
    }

    @Override
    List<Field> children() {
        return fields;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        TupleColumn tuples = (TupleColumn) column;
        out.field(tuples.rowCount(), nulls);
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).write(tuples.elements().get(i), null, out);
        }
    }

    @Override
    public boolean accepts(Field field) {
        if (!(field.getType() instanceof ArrowType.Struct)
                || field.getChildren().size() != elements.size()) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            Field child = field.getChildren().get(i);
            if (!child.getName().equals(fields.get(i).getName())
                    || !elements.get(i).accepts(child)) {
                return false;
            }
        }
        return true;
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        List<FieldVector> children = vector.getChildrenFromFields();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            columns.add(in.read(elements.get(i), children.get(i), nulls));
        }
        return new TupleColumn(readType, vector.getValueCount(), columns);
    }
}
