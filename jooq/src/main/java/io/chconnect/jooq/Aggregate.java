package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.WindowSpecification;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A call of an aggregate function with parameters and combinators. Immutable. Example: {@code ClickHouse.aggregate("quantile",
 * ClickHouseTypes.FLOAT64, V).parameters(0.9).onlyIf(V.gt(0.0))}.
 *
 * @param <T> the class of its result
 */
public final class Aggregate<T> extends CustomField<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String function;
    private final String combinators;
    private final transient List<Object> parameters;
    private final transient List<Field<?>> arguments;

    Aggregate(
            String function, String combinators, List<Object> parameters, List<Field<?>> arguments, DataType<T> type) {
        super(DSL.name(function + combinators), type);
        this.function = function;
        this.combinators = combinators;
        this.parameters = parameters;
        this.arguments = arguments;
    }

    /**
     * Parameters of the function, which stand before its arguments, as in {@code quantile(0.9)(x)}.
     *
     * @param values numbers and texts
     * @return a changed copy
     */
    public Aggregate<T> parameters(Object... values) {
        return new Aggregate<>(function, combinators, List.of(values), arguments, getDataType());
    }

    /**
     * Takes the rows of a condition alone: the combinator {@code -If}.
     *
     * @param condition which rows
     * @return a changed copy
     */
    public Aggregate<T> onlyIf(Condition condition) {
        List<Field<?>> more = new ArrayList<>(arguments);
        more.add(DSL.field(condition));
        return new Aggregate<>(function, combinators + "If", parameters, more, getDataType());
    }

    /**
     * Takes the elements of arrays: the combinator {@code -Array}.
     *
     * @return a changed copy
     */
    public Aggregate<T> array() {
        return combined("Array", getDataType());
    }

    /**
     * Gives NULL when there are no rows: the combinator {@code -OrNull}.
     *
     * @return a changed copy
     */
    public Aggregate<T> orNull() {
        return combined("OrNull", getDataType());
    }

    /**
     * Gives the type's default when there are no rows: the combinator {@code -OrDefault}.
     *
     * @return a changed copy
     */
    public Aggregate<T> orDefault() {
        return combined("OrDefault", getDataType());
    }

    /**
     * Takes each value once: the combinator {@code -Distinct}.
     *
     * @return a changed copy
     */
    public Aggregate<T> distinct() {
        return combined("Distinct", getDataType());
    }

    /**
     * Gives the unfinished state: the combinator {@code -State}.
     *
     * @return a changed copy, for tables and for {@link #merge}
     */
    public Aggregate<byte[]> state() {
        return combined("State", SQLDataType.BLOB);
    }

    /**
     * Takes unfinished states and finishes them: the combinator {@code -Merge}.
     *
     * @return a changed copy
     */
    public Aggregate<T> merge() {
        return combined("Merge", getDataType());
    }

    /**
     * Any other combinator.
     *
     * @param combinator its name, for example {@code ForEach}
     * @param type the type of the result
     * @param <U> the class of the result
     * @return a changed copy
     */
    public <U> Aggregate<U> combinator(String combinator, DataType<U> type) {
        return combined(Inlined.word(combinator), type);
    }

    private <U> Aggregate<U> combined(String combinator, DataType<U> type) {
        return new Aggregate<>(function, combinators + combinator, parameters, arguments, type);
    }

    /**
     * The function over a window.
     *
     * @param window the window
     * @return the call with OVER
     */
    public Field<T> over(WindowSpecification window) {
        return DSL.field("{0} over ({1})", getDataType(), this, window);
    }

    @Override
    public void accept(Context<?> context) {
        context.sql(function).sql(combinators).sql('(');
        if (!parameters.isEmpty()) {
            String separator = "";
            for (Object parameter : parameters) {
                context.sql(separator);
                Inlined.visit(context, DSL.inline(parameter));
                separator = ", ";
            }
            context.sql(")(");
        }
        Inlined.list(context, arguments);
        context.sql(')');
    }
}
