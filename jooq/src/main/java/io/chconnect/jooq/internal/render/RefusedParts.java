package io.chconnect.jooq.internal.render;

import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.VisitContext;
import org.jooq.WindowSpecification;
import org.jooq.impl.QOM;

/** What ClickHouse has not, and what is there in its place. */
final class RefusedParts {
    private RefusedParts() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.Lateral) {
            throw Refusal.of("LATERAL", "join the table, or unfold an array with ClickHouse.arrayJoin");
        }
        if (part instanceof QOM.Multiset || part instanceof QOM.MultisetAgg) {
            throw Refusal.of("MULTISET", "collect the rows with arrayAgg(row) in a joined and grouped query");
        }
        if (part instanceof QOM.Merge) {
            throw Refusal.of("MERGE", "insert into a ReplacingMergeTree, or delete and insert");
        }
        if (part instanceof QOM.Insert<?> insert
                && (insert.$onDuplicateKeyIgnore()
                        || insert.$onDuplicateKeyUpdate()
                        || !insert.$onConflict().isEmpty())) {
            throw Refusal.of(
                    "ON DUPLICATE KEY and no ON CONFLICT", "keys are not unique; insert into a ReplacingMergeTree");
        }
        if (part instanceof Select<?> select && select.$limitPercent()) {
            throw Refusal.of("LIMIT … PERCENT", "give a number of rows");
        }
        if (part.getClass().getSimpleName().equals("ForLock")) {
            throw Refusal.of("FOR UPDATE and no FOR SHARE", "rows are not locked");
        }
        if (part instanceof WindowSpecification window) {
            refuseFrame(window);
        }
        if (part.getClass().getSimpleName().startsWith("XML")) {
            throw Refusal.of("XML", "write it with the format XML, or as text");
        }
        refuseJoin(part);
        refuseEscape(part);
        return part;
    }

    private static void refuseFrame(WindowSpecification window) {
        if (window.$exclude() != null) {
            throw Refusal.of("window frame with EXCLUDE", "leave the rows out with a condition");
        }
        if (window.$frameUnits() == QOM.FrameUnits.GROUPS) {
            throw Refusal.of("window frame of GROUPS", "count rows, or a range");
        }
    }

    private static void refuseJoin(QueryPart part) {
        if (part instanceof QOM.CrossApply || part instanceof QOM.OuterApply) {
            throw Refusal.of("APPLY", "join the table");
        }
        if (part instanceof QOM.StraightJoin) {
            throw Refusal.of("STRAIGHT_JOIN", "use join");
        }
        boolean natural = part instanceof QOM.NaturalJoin
                || part instanceof QOM.NaturalLeftJoin
                || part instanceof QOM.NaturalRightJoin
                || part instanceof QOM.NaturalFullJoin;
        if (natural
                && part instanceof QOM.JoinTable<?, ?> join
                && (join.$table1().fields().length == 0 || join.$table2().fields().length == 0)) {
            throw Refusal.of("NATURAL JOIN of tables whose columns are not known", "name them with USING");
        }
    }

    private static void refuseEscape(QueryPart part) {
        boolean escaped = (part instanceof QOM.Like like && like.$escape() != null)
                || (part instanceof QOM.NotLike notLike && notLike.$escape() != null)
                || (part instanceof QOM.LikeIgnoreCase ilike && ilike.$escape() != null)
                || (part instanceof QOM.NotLikeIgnoreCase notIlike && notIlike.$escape() != null)
                || (part instanceof QOM.LikeQuantified quantified && quantified.$escape() != null)
                || (part instanceof QOM.NotLikeQuantified notQuantified && notQuantified.$escape() != null);
        if (escaped) {
            throw Refusal.of("LIKE … ESCAPE", "the escape character is always the backslash");
        }
        if (part instanceof QOM.SimilarTo || part instanceof QOM.NotSimilarTo) {
            throw Refusal.of("SIMILAR TO", "use likeRegex");
        }
    }
}
