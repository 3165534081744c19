package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.QBitColumn;
import io.chconnect.types.QBitType;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** QBit: lists of one length. */
final class QBitMapping extends Mapping {
    private final QBitType vectors;
    private final Mapping element;

    QBitMapping(QBitType type, Mapping element) {
        super(type, new ArrowType.FixedSizeList(type.dimension()));
        this.vectors = type;
        this.element = element;
    }

    @Override
    List<Field> children() {
        return List.of(element.field("item"));
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        QBitColumn values = (QBitColumn) column;
        out.field(values.rowCount(), nulls);
        element.write(values.elements(), null, out);
    }

    @Override
    public boolean accepts(Field field) {
        return field.getType().equals(arrowType())
                && element.accepts(field.getChildren().get(0));
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        boolean[] ignored = nulls == null ? null : spread(nulls, vectors.dimension());
        FieldVector elements = ((FixedSizeListVector) vector).getDataVector();
        return new QBitColumn(vectors, vectors.dimension(), in.read(element, elements, ignored));
    }

    private static boolean[] spread(boolean[] nulls, int times) {
        boolean[] wide = new boolean[Math.multiplyExact(nulls.length, times)];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = nulls[i / times];
        }
        return wide;
    }
}
