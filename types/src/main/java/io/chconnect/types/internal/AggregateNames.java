package io.chconnect.types.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of aggregate functions: their aliases and the few that are matched in any case. */
public final class AggregateNames {
    /** Names in lower case, matched in any case. */
    private static final Map<String, String> ANY_CASE = Map.ofEntries(
            Map.entry("analysisofvariance", "analysisOfVariance"),
            Map.entry("anova", "analysisOfVariance"),
            Map.entry("any_value", "any"),
            Map.entry("any_value_respect_nulls", "any_respect_nulls"),
            Map.entry("approx_top_count", "approx_top_k"),
            Map.entry("approx_top_k", "approx_top_k"),
            Map.entry("approx_top_sum", "approx_top_sum"),
            Map.entry("array_agg", "groupArray"),
            Map.entry("array_concat_agg", "groupArrayArray"),
            Map.entry("avg", "avg"),
            Map.entry("bit_and", "groupBitAnd"),
            Map.entry("bit_or", "groupBitOr"),
            Map.entry("bit_xor", "groupBitXor"),
            Map.entry("corr", "corr"),
            Map.entry("count", "count"),
            Map.entry("covar_pop", "covarPop"),
            Map.entry("covar_samp", "covarSamp"),
            Map.entry("first_value", "any"),
            Map.entry("first_value_respect_nulls", "any_respect_nulls"),
            Map.entry("group_concat", "groupConcat"),
            Map.entry("kolmogorovsmirnovtest", "kolmogorovSmirnovTest"),
            Map.entry("last_value", "anyLast"),
            Map.entry("last_value_respect_nulls", "anyLast_respect_nulls"),
            Map.entry("max", "max"),
            Map.entry("max_by", "argMax"),
            Map.entry("min", "min"),
            Map.entry("min_by", "argMin"),
            Map.entry("std", "stddevPop"),
            Map.entry("stddev", "stddevSamp"),
            Map.entry("stddev_pop", "stddevPop"),
            Map.entry("stddev_samp", "stddevSamp"),
            Map.entry("string_agg", "groupConcat"),
            Map.entry("sum", "sum"),
            Map.entry("var_pop", "varPop"),
            Map.entry("var_samp", "varSamp"));

    /** Names matched as written. */
    private static final Map<String, String> EXACT = Map.of(
            "anyLastRespectNulls", "anyLast_respect_nulls",
            "anyRespectNulls", "any_respect_nulls",
            "anyValueRespectNulls", "any_respect_nulls",
            "firstValueRespectNulls", "any_respect_nulls",
            "lastValueRespectNulls", "anyLast_respect_nulls",
            "lttb", "largestTriangleThreeBuckets",
            "sparkBar", "sparkbar");

    /** What may follow a function's name, the longer ones first where one ends like another. */
    private static final List<String> COMBINATORS = List.of(
            "SimpleState",
            "MergeState",
            "OrDefault",
            "Distinct",
            "Resample",
            "ForEach",
            "ArgMax",
            "ArgMin",
            "OrNull",
            "Array",
            "Merge",
            "State",
            "Map",
            "If");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private AggregateNames() {}

    /** Whether a function can have that name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The name the server prints.
     *
     * @param name a function as written, possibly with combinators
     * @return the same function; the name itself when it is no alias
     */
    public static String canonical(String name) {
        String known = known(name);
        if (known != null) {
            return known;
        }
        for (String combinator : COMBINATORS) {
            if (name.endsWith(combinator)) {
                return canonical(name.substring(0, name.length() - combinator.length())) + combinator;
            }
        }
        return name;
    }

    private static @Nullable String known(String name) {
        String exact = EXACT.get(name);
        if (exact != null) {
            return exact;
        }
        return name.startsWith("median")
                ? "quantile" + name.substring("median".length())
                : ANY_CASE.get(name.toLowerCase(Locale.ROOT));
    }
}
