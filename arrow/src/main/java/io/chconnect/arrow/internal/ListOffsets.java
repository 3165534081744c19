package io.chconnect.arrow.internal;

import io.chconnect.error.ConversionException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.util.TransferPair;
import org.jspecify.annotations.Nullable;

/** Where the rows of a vector of lists start among their elements, and those elements alone. */
final class ListOffsets implements AutoCloseable {
    private final int[] offsets;
    private final FieldVector elements;
    private final boolean owned;

    private ListOffsets(int[] offsets, FieldVector elements, boolean owned) {
        this.offsets = offsets;
        this.elements = elements;
        this.owned = owned;
    }

    /** One more than there are rows, from 0. */
    int[] offsets() {
        return offsets;
    }

    /** The elements of all rows, and nothing else; valid until this is closed. */
    FieldVector elements() {
        return elements;
    }

    static ListOffsets of(FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        FieldVector elements = vector.getChildrenFromFields().get(0);
        int[] offsets;
        if (vector instanceof FixedSizeListVector list) {
            offsets = new int[rows + 1];
            for (int row = 0; row <= rows; row++) {
                offsets[row] = Math.multiplyExact(row, list.getListSize());
            }
        } else if (rows == 0) {
            offsets = new int[1];
        } else if (vector instanceof LargeListVector) {
            long[] wide = VectorInput.longs(vector.getOffsetBuffer(), rows + 1);
            offsets = new int[rows + 1];
            for (int row = 0; row <= rows; row++) {
                offsets[row] = Math.toIntExact(wide[row]);
            }
        } else if (vector instanceof ListVector) {
            offsets = VectorInput.ints(vector.getOffsetBuffer(), rows + 1);
        } else {
            throw new ConversionException("vectors of " + vector.getField().getType() + " cannot be read");
        }
        for (int row = 0; nulls != null && row < rows; row++) {
            if (nulls[row] && offsets[row] != offsets[row + 1]) {
                throw new ConversionException("a list that is NULL has elements all the same").atRow(row);
            }
        }
        int first = offsets[0];
        int count = offsets[rows] - first;
        if (first == 0 && count == elements.getValueCount()) {
            return new ListOffsets(offsets, elements, false);
        }
        TransferPair pair = elements.getTransferPair(elements.getAllocator());
        pair.splitAndTransfer(first, count);
        for (int row = 0; row <= rows; row++) {
            offsets[row] -= first;
        }
        return new ListOffsets(offsets, (FieldVector) pair.getTo(), true);
    }

    @Override
    public void close() {
        if (owned) {
            elements.close();
        }
    }
}
