package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.ModifiedTable;
import io.chconnect.jooq.internal.type.Literals;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What ClickHouse adds to SQL, as parts of statements beside those of {@link DSL}. All parts are immutable. They are rendered
 * right in contexts of {@link ClickHouseDSL} alone.
 */
public final class ClickHouse {
    private ClickHouse() {}

    /**
     * Starts a query.
     *
     * @param fields what is selected; nothing means every column
     * @return a query without tables yet
     */
    public static ClickHouseSelect select(SelectFieldOrAsterisk... fields) {
        return new ClickHouseSelect(List.of(fields));
    }

    /**
     * A table with its rows merged: FINAL.
     *
     * @param table a table, or its alias, or one with a sample
     * @return the table, for FROM and joins; columns are still those of {@code table}
     */
    public static Table<Record> asFinal(Table<?> table) {
        return ModifiedTable.merged(table);
    }

    /**
     * A part of a table: SAMPLE.
     *
     * @param table a table with a sampling key, or its alias, or one with FINAL
     * @param size a part between 0 and 1, or a number of rows
     * @return the table, for FROM and joins
     */
    public static Table<Record> sample(Table<?> table, Number size) {
        return ModifiedTable.sampled(table, " sample " + number(size));
    }

    /**
     * A part of a table: SAMPLE … OFFSET.
     *
     * @param table a table with a sampling key, or its alias, or one with FINAL
     * @param size a part between 0 and 1
     * @param offset where the part starts, between 0 and 1
     * @return the table, for FROM and joins
     */
    public static Table<Record> sample(Table<?> table, Number size, Number offset) {
        if (size.doubleValue() > 1 || offset.doubleValue() > 1) {
            throw new IllegalArgumentException(
                    "The sample " + size + " from " + offset + " on is none: expected two numbers between 0 and 1");
        }
        return ModifiedTable.sampled(table, " sample " + number(size) + " offset " + number(offset));
    }

    private static String number(Number value) {
        BigDecimal number = new BigDecimal(value.toString());
        if (number.signum() < 0) {
            throw new IllegalArgumentException("The sample of " + value + " is none: expected a number of 0 or more");
        }
        return number.toPlainString();
    }

    /**
     * A table with a row for each element of arrays, for queries of jOOQ's own.
     *
     * @param table a table
     * @param arrays columns of it, with aliases where the array itself is wanted, too
     * @return the table with ARRAY JOIN, for FROM
     */
    public static Table<Record> arrayJoin(TableLike<?> table, Field<?>... arrays) {
        return arrayJoin(table, " array join ", arrays);
    }

    /**
     * As {@link #arrayJoin}, with a row also where the arrays are empty.
     *
     * @param table a table
     * @param arrays columns of it
     * @return the table with LEFT ARRAY JOIN, for FROM
     */
    public static Table<Record> leftArrayJoin(TableLike<?> table, Field<?>... arrays) {
        return arrayJoin(table, " left array join ", arrays);
    }

    private static Table<Record> arrayJoin(TableLike<?> table, String word, Field<?>... arrays) {
        return ModifiedTable.unfolded(table.asTable(), word, List.of(arrays));
    }

    /**
     * A call of any function.
     *
     * @param name its name
     * @param type the type of its result
     * @param arguments its arguments
     * @param <T> the class of its result
     * @return the call
     */
    public static <T> Field<T> function(String name, DataType<T> type, Field<?>... arguments) {
        return DSL.field("{0}({1})", type, DSL.keyword(Inlined.word(name)), DSL.list(arguments));
    }

    /**
     * A call of any aggregate function, to be given parameters, combinators and a window.
     *
     * @param name its name, for example {@code quantile}
     * @param type the type of its result
     * @param arguments its arguments
     * @param <T> the class of its result
     * @return the call
     */
    public static <T> Aggregate<T> aggregate(String name, DataType<T> type, Field<?>... arguments) {
        return new Aggregate<>(Inlined.word(name), "", List.of(), List.of(arguments), type);
    }

    /**
     * A function of one argument as an argument, such as {@code x -> x + 1}.
     *
     * @param argument the name of its argument
     * @param type the type of its argument
     * @param body its result
     * @param <T> the class of its argument
     * @return the lambda
     */
    public static <T> Field<Object> lambda(String argument, DataType<T> type, UnaryOperator<Field<?>> body) {
        Name name = DSL.quotedName(Inlined.word(argument));
        return DSL.field("{0} -> {1}", SQLDataType.OTHER, name, body.apply(DSL.field(name, type)));
    }

    /**
     * A function of two arguments as an argument, such as {@code (x, y) -> x + y}.
     *
     * @param first the name of its first argument
     * @param second the name of its second argument
     * @param body its result
     * @return the lambda
     */
    public static Field<Object> lambda(String first, String second, BinaryOperator<Field<?>> body) {
        Name x = DSL.quotedName(Inlined.word(first));
        Name y = DSL.quotedName(Inlined.word(second));
        return DSL.field("({0}, {1}) -> {2}", SQLDataType.OTHER, x, y, body.apply(DSL.field(x), DSL.field(y)));
    }

    /**
     * A sub-column of a JSON, Tuple, Map, Nullable or Array column, such as {@code doc.a.b}.
     *
     * @param column the column
     * @param type what its values are read as; those of JSON are cast to it
     * @param path names, each quoted by itself
     * @param <T> the class of its values
     * @return the sub-column
     */
    public static <T> Field<T> subcolumn(Field<?> column, DataType<T> type, String... path) {
        if (path.length == 0) {
            throw new IllegalArgumentException("The path of the sub-column of " + column.getName() + " is empty");
        }
        for (String step : path) {
            if (step.isEmpty()) {
                throw new IllegalArgumentException(
                        "A name in the path of the sub-column of " + column.getName() + " is empty");
            }
        }
        Field<?> whole = DSL.field(
                "{0}.{1}",
                SQLDataType.OTHER, column, CustomQueryPart.of(context -> {
                    String separator = "";
                    for (String step : path) {
                        context.sql(separator).visit(DSL.quotedName(step));
                        separator = ".";
                    }
                }));
        return whole.cast(type);
    }

    /**
     * The value of a key in a Map, or an element of an Array or Tuple.
     *
     * @param container the container
     * @param type the type of the value
     * @param key the key, or the number of the element from 1
     * @param <T> the class of the value
     * @return the value
     */
    public static <T> Field<T> element(Field<?> container, DataType<T> type, Field<?> key) {
        return DSL.field("{0}[{1}]", type, container, key);
    }

    /**
     * An element of a named Tuple.
     *
     * @param tuple the tuple
     * @param type the type of the element
     * @param name its name
     * @param <T> the class of the element
     * @return the element
     */
    public static <T> Field<T> tupleElement(Field<?> tuple, DataType<T> type, String name) {
        return DSL.field("tupleElement({0}, {1})", type, tuple, DSL.sql(Literals.text(name)));
    }

    /**
     * An attribute of a dictionary's entry.
     *
     * @param dictionary the name of the dictionary
     * @param attribute the name of the attribute
     * @param type its type
     * @param key the key
     * @param <T> the class of the attribute
     * @return the attribute, or its default when there is no such entry
     */
    public static <T> Field<T> dictGet(String dictionary, String attribute, DataType<T> type, Field<?> key) {
        return function("dictGet", type, DSL.inline(dictionary), DSL.inline(attribute), key);
    }

    /**
     * An attribute of a dictionary's entry, or another value.
     *
     * @param dictionary the name of the dictionary
     * @param attribute the name of the attribute
     * @param key the key
     * @param other what there is when there is no such entry
     * @param <T> the class of the attribute
     * @return the attribute
     */
    public static <T> Field<T> dictGetOrDefault(String dictionary, String attribute, Field<?> key, Field<T> other) {
        return function(
                "dictGetOrDefault", other.getDataType(), DSL.inline(dictionary), DSL.inline(attribute), key, other);
    }

    /**
     * Whether a dictionary has an entry.
     *
     * @param dictionary the name of the dictionary
     * @param key the key
     * @return true or false
     */
    public static Field<Boolean> dictHas(String dictionary, Field<?> key) {
        return function("dictHas", SQLDataType.BOOLEAN, DSL.inline(dictionary), key);
    }
}
