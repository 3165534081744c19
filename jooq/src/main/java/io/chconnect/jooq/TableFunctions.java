package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.RenderedTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Row;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Functions in place of tables. Their arguments are written into the text, since the server takes no parameters there. */
public final class TableFunctions {
    private TableFunctions() {}

    /**
     * Any table function.
     *
     * @param name its name
     * @param arguments texts, numbers, fields, tables or queries
     * @return the table
     */
    public static Table<Record> call(String name, Object... arguments) {
        List<QueryPart> parts = new ArrayList<>();
        for (Object argument : arguments) {
            parts.add(part(argument));
        }
        return of(name, parts);
    }

    private static QueryPart part(Object argument) {
        if (argument instanceof Table<?> table) {
            return table.getQualifiedName();
        }
        return argument instanceof QueryPart given ? given : DSL.inline(argument);
    }

    private static Table<Record> of(String name, List<QueryPart> arguments) {
        String word = Inlined.word(name);
        return new RenderedTable(DSL.name(name), context -> {
            context.sql(word).sql('(');
            String separator = "";
            for (QueryPart argument : arguments) {
                context.sql(separator);
                Inlined.visit(context, argument);
                separator = ", ";
            }
            context.sql(')');
        });
    }

    /**
     * The numbers from 0, in the column {@code number}.
     *
     * @param count how many
     * @return the table
     */
    public static Table<Record> numbers(long count) {
        return call("numbers", count);
    }

    /**
     * Numbers, in the column {@code number}.
     *
     * @param first the first one
     * @param count how many
     * @return the table
     */
    public static Table<Record> numbers(long first, long count) {
        return call("numbers", first, count);
    }

    /**
     * Constant rows.
     *
     * @param structure names and types of columns, for example {@code id UInt8, name String}
     * @param rows the rows
     * @return the table
     */
    public static Table<Record> values(String structure, Row... rows) {
        List<QueryPart> arguments = new ArrayList<>();
        arguments.add(DSL.inline(structure));
        for (Row row : rows) {
            arguments.add(DSL.sql("({0})", DSL.list(row.fields())));
        }
        return of("values", arguments);
    }

    /**
     * What a URL gives.
     *
     * @param url the URL
     * @param format the format of the data
     * @param structure names and types of columns
     * @return the table
     */
    public static Table<Record> url(String url, String format, String structure) {
        return call("url", url, format, structure);
    }

    /**
     * Files of the server.
     *
     * @param path the path, with wildcards
     * @param format the format of the data
     * @param structure names and types of columns
     * @return the table
     */
    public static Table<Record> file(String path, String format, String structure) {
        return call("file", path, format, structure);
    }

    /**
     * Objects of a store like S3, read with the server's own credentials.
     *
     * @param url the URL, with wildcards
     * @param format the format of the data
     * @return the table
     */
    public static Table<Record> s3(String url, String format) {
        return call("s3", url, format);
    }

    /**
     * A table of another server.
     *
     * @param addresses its address, or several
     * @param table the table, with its database
     * @return the table
     */
    public static Table<Record> remote(String addresses, Table<?> table) {
        return call("remote", addresses, table);
    }

    /**
     * A table of a cluster, read from one replica of each shard.
     *
     * @param cluster the name of the cluster
     * @param table the table, with its database
     * @return the table
     */
    public static Table<Record> cluster(String cluster, Table<?> table) {
        return call("cluster", cluster, table);
    }

    /**
     * A table of a cluster, read from all replicas.
     *
     * @param cluster the name of the cluster
     * @param table the table, with its database
     * @return the table
     */
    public static Table<Record> clusterAllReplicas(String cluster, Table<?> table) {
        return call("clusterAllReplicas", cluster, table);
    }

    /**
     * A query as a table.
     *
     * @param query the query
     * @return the table
     */
    public static Table<Record> view(Select<?> query) {
        return call("view", query);
    }

    /**
     * A column of such a table.
     *
     * @param name its name
     * @param type its type
     * @param <T> the class of its values
     * @return the column
     */
    public static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
        return DSL.field(DSL.quotedName(name), type);
    }
}
