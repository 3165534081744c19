package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.FillOrder;
import io.chconnect.jooq.internal.clause.Inlined;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jspecify.annotations.Nullable;

/** A key of ORDER BY whose gaps are filled with further rows. Immutable. Example: {@code Fill.of(DAY.asc()).step(1).order()}. */
public final class Fill {
    private final SortField<?> key;
    private final @Nullable Field<?> from;
    private final @Nullable Field<?> to;
    private final @Nullable Field<?> step;
    private final @Nullable Field<?> staleness;

    private Fill(
            SortField<?> key,
            @Nullable Field<?> from,
            @Nullable Field<?> to,
            @Nullable Field<?> step,
            @Nullable Field<?> staleness) {
        this.key = key;
        this.from = from;
        this.to = to;
        this.step = step;
        this.staleness = staleness;
    }

    /**
     * Fills the gaps of a key by steps of 1.
     *
     * @param key a number, date or time
     * @return the fill
     */
    public static Fill of(SortField<?> key) {
        return new Fill(key, null, null, null, null);
    }

    /**
     * Where filling starts.
     *
     * @param value a constant; the first row's value when it is not said
     * @return a changed copy
     */
    public Fill from(Field<?> value) {
        return new Fill(key, value, to, step, staleness);
    }

    /**
     * Where filling ends.
     *
     * @param value a constant, which is not reached itself; the last row's value when it is not said
     * @return a changed copy
     */
    public Fill to(Field<?> value) {
        return new Fill(key, from, value, step, staleness);
    }

    /**
     * The distance of rows.
     *
     * @param value a constant number or interval
     * @return a changed copy
     */
    public Fill step(Field<?> value) {
        return new Fill(key, from, to, value, staleness);
    }

    /**
     * How far from the last row of the data filling goes on.
     *
     * @param value a constant number or interval; not together with {@link #from}
     * @return a changed copy
     */
    public Fill staleness(Field<?> value) {
        return new Fill(key, from, to, step, value);
    }

    /**
     * The key with WITH FILL.
     *
     * @return for ORDER BY
     * @throws IllegalArgumentException if the numbers do not go the way of the order
     */
    public OrderField<?> order() {
        if (from != null && staleness != null) {
            throw io.chconnect.jooq.internal.render.Refusal.of("WITH FILL with FROM and STALENESS", "choose one");
        }
        validate();
        return new FillOrder(key, context -> {
            context.sql(" with fill");
            part(context, " from ", from);
            part(context, " to ", to);
            part(context, " step ", step);
            part(context, " staleness ", staleness);
        });
    }

    private void validate() {
        int direction = key.$sortOrder() == SortOrder.DESC ? -1 : 1;
        BigDecimal distance = number(step);
        if (distance != null && distance.signum() != direction) {
            throw new IllegalArgumentException("The step " + distance + " does not go the way of the order, which is "
                    + (direction < 0 ? "downwards: expected less" : "upwards: expected more") + " than 0");
        }
        BigDecimal first = number(from);
        BigDecimal last = number(to);
        if (first != null && last != null && last.compareTo(first) * direction < 0) {
            throw new IllegalArgumentException(
                    "The gaps from " + first + " to " + last + " are not in the direction of the order");
        }
    }

    private static @Nullable BigDecimal number(@Nullable Field<?> value) {
        return value instanceof Param<?> param && param.getValue() instanceof Number number
                ? new BigDecimal(number.toString())
                : null;
    }

    private static void part(org.jooq.Context<?> context, String word, @Nullable Field<?> value) {
        if (value != null) {
            context.sql(word);
            Inlined.visit(context, value);
        }
    }
}
