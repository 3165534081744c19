package io.chconnect.jooq;

import io.chconnect.client.InsertContext;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Summary;
import io.chconnect.jdbc.ClientDataSource;
import io.chconnect.jooq.internal.columnar.RecordColumns;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;

/**
 * Queries and inserts that go by the client's blocks of columns, past JDBC. They take contexts of
 * {@link ClickHouseDSL#using(io.chconnect.client.Client)} and those made of them by {@link ClickHouseDSL#with} and
 * {@link ClickHouseDSL#withQueryId}, whose settings, time limits and query ids hold here, too. Values that jOOQ would bind are
 * written into the text, each as a value of its type.
 *
 * <p>They are for many rows: blocks of columns need no object for each value, and records become columns without a statement
 * for each. Where jOOQ's own records are wanted, {@code fetch} and {@code fetchLazy} are as fast as can be, since the JDBC
 * driver reads the same blocks.
 *
 * <p>Execute listeners of jOOQ's are not told. All methods are thread-safe; what they return is for one thread.
 */
public final class Columnar {
    private Columnar() {}

    /**
     * Runs a query and gives its result as the client does: blocks of columns, rows, or objects of one's own.
     *
     * @param context a context on a client
     * @param query the query
     * @return the result, to be closed
     * @throws IllegalArgumentException if the context is not on a client
     * @throws io.chconnect.error.ClickHouseException if the query fails
     */
    public static QueryResult query(DSLContext context, ResultQuery<?> query) {
        ClientDataSource source = ClickHouseDSL.source(context);
        String sql = context.renderInlined(query);
        return source.client().query(request -> {
            source.queryId().ifPresent(request::queryId);
            return source.request().apply(request.sql(sql));
        });
    }

    /**
     * Inserts records as columns, block by block. The columns are those that the first record has values for, and all others
     * must have values for the same.
     *
     * @param context a context on a client
     * @param table the table
     * @param records its records, in order; they are read once
     * @param <R> the class of its records
     * @return what the server says of it
     * @throws IllegalArgumentException if the context is not on a client, or the records have values for different columns
     * @throws io.chconnect.error.ClickHouseException if the insert fails, or a value does not fit its column
     */
    public static <R extends Record> Summary insert(DSLContext context, Table<R> table, Iterable<? extends R> records) {
        Iterator<? extends R> all = records.iterator();
        if (!all.hasNext()) {
            return into(context, table, List.of(table.fields())).insert(List.of());
        }
        R first = all.next();
        List<Field<?>> fields = RecordColumns.touched(table, first);
        return into(context, table, fields).insert(RecordColumns.values(fields, first, all));
    }

    /**
     * Inserts rows as columns, block by block.
     *
     * @param context a context on a client
     * @param table the table
     * @param fields the columns that are given
     * @param rows a value for each of the columns; they are read once
     * @return what the server says of it
     * @throws IllegalArgumentException if the context is not on a client
     * @throws io.chconnect.error.ClickHouseException if the insert fails, or a value does not fit its column
     */
    public static Summary insert(
            DSLContext context, Table<?> table, List<? extends Field<?>> fields, Iterable<? extends List<?>> rows) {
        return into(context, table, fields).insert(RecordColumns.plain(rows.iterator()));
    }

    private static InsertContext into(DSLContext context, Table<?> table, List<? extends Field<?>> fields) {
        ClientDataSource source = ClickHouseDSL.source(context);
        String name = context.render(table);
        return source.client().insertContext(request -> {
            source.queryId().ifPresent(request::queryId);
            return request.table(name)
                    .columns(fields.stream().map(Field::getName).toList())
                    .with(source.request());
        });
    }
}
