package io.chconnect.client.internal.insert;

import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import java.util.ArrayList;
import java.util.List;

/** Arrays as a block. */
public final class ColumnBlocks {
    private ColumnBlocks() {}

    /** One block of all values. */
    public static Block block(InsertTarget target, List<?> values) {
        if (values.size() != target.names().size()) {
            throw new ConfigurationException(values.size() + " columns of values, expected "
                    + target.names().size() + " as in " + target.names());
        }
        ColumnFactory factory = new ColumnFactory(target.zone());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                columns.add(factory.column(target.types().get(i), values.get(i)));
            } catch (ConversionException e) {
                throw e.at(target.names().get(i), e.row());
            }
        }
        return new Block(target.names(), columns);
    }
}
