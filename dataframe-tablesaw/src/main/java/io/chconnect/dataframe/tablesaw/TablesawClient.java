package io.chconnect.dataframe.tablesaw;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.Summary;
import io.chconnect.codec.Block;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tech.tablesaw.api.Table;

/**
 * A client whose results are tables of Tablesaw, and which inserts such tables. It is a view, which does not close its client.
 * Thread-safe.
 *
 * <p>Int8, UInt8 and Int16 are short columns, UInt16 and Int32 int columns, UInt32 and Int64 long columns, floating point
 * numbers float and double columns, Bool boolean columns, String, Enum and FixedString string columns, Date and Date32 date
 * columns, DateTime and DateTime64 instant columns; everything else is a string column of the server's texts. NULL is a missing
 * value.
 *
 * <p>Tablesaw has no room for some values: it keeps one value of each type for what is missing, the least one of whole numbers,
 * NaN and the empty text, and counts instants in milliseconds. Whole numbers and times that would be lost so are a
 * {@link io.chconnect.error.ConversionException}; NaN and the empty text count as missing.
 */
public final class TablesawClient {
    private final Client client;

    private TablesawClient(Client client) {
        this.client = client;
    }

    /**
     * A view of a client.
     *
     * @param client runs the statements
     * @return the view
     */
    public static TablesawClient of(Client client) {
        return new TablesawClient(client);
    }

    /**
     * Runs a query and gives all of its rows.
     *
     * @param sql the query
     * @return a table, which has its columns also when it has no rows
     * @throws io.chconnect.error.ConversionException if Tablesaw has no room for a value; it names column and row
     */
    public Table query(String sql) {
        return query(request -> request.sql(sql));
    }

    /**
     * Runs a query and gives all of its rows.
     *
     * @param request describes the query
     * @return a table, which has its columns also when it has no rows
     * @throws io.chconnect.error.ConversionException if Tablesaw has no room for a value; it names column and row
     */
    public Table query(UnaryOperator<QueryRequest> request) {
        try (QueryResult result = client.query(request)) {
            return table(result.columns(), result.blocks());
        }
    }

    /**
     * Runs a query and gives its rows in tables, one for each block of the server, while they arrive.
     *
     * @param request describes the query
     * @return a sequential stream; the caller closes it
     */
    @SuppressWarnings("resource") // closed with the stream
    public Stream<Table> stream(UnaryOperator<QueryRequest> request) {
        QueryResult result = client.query(request);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(result.blocks(), Spliterator.ORDERED), false)
                .map(block -> table(result.columns(), List.of(block).iterator()))
                .onClose(result::close);
    }

    /**
     * Inserts a table, whose columns go to the columns of the same names; the others get their defaults. A missing value is
     * NULL, or in a column that is not nullable an error, but for NaN and the empty text.
     *
     * @param table the table of the server; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param rows the rows
     * @return what was written; nothing is sent when there are no rows
     * @throws io.chconnect.error.ConversionException if a value does not fit its column without loss; nothing is sent
     */
    public Summary insert(String table, Table rows) {
        List<String> names = rows.columnNames();
        List<Object> values = new ArrayList<>();
        var types = client.insertContext(request -> request.table(table)).types(names);
        for (int i = 0; i < names.size(); i++) {
            values.add(TablesawValues.of(rows.column(i), types.get(i)));
        }
        return client.insertColumns(table, names, values);
    }

    private static Table table(List<ResultColumn> columns, Iterator<Block> blocks) {
        List<TablesawColumn> targets = new ArrayList<>();
        for (ResultColumn column : columns) {
            targets.add(TablesawColumn.of(column));
        }
        while (blocks.hasNext()) {
            Block block = blocks.next();
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).append(block.column(i));
            }
        }
        return Table.create(targets.stream().map(TablesawColumn::column).toList());
    }
}
