package io.chconnect.jooq.reflect;

import io.chconnect.jooq.internal.clause.SqlText;
import io.chconnect.jooq.reflect.ReflectedColumn.Kind;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns and what stands beside them in a CREATE statement as the server writes it. */
final class CreateElement {
    private static final List<String> KINDS = List.of("DEFAULT", "MATERIALIZED", "ALIAS", "EPHEMERAL");
    private static final List<String> PROPERTIES =
            List.of("HIERARCHICAL", "BIDIRECTIONAL", "INJECTIVE", "IS_OBJECT_ID");

    private CreateElement() {}

    static ReflectedColumn column(SqlText text) {
        String name = text.name();
        DataType type = DataTypes.parse(text.until(at -> atKind(at) || atOption(at)));
        Kind kind = Kind.PLAIN;
        String expression = "";
        for (String word : KINDS) {
            if (kind == Kind.PLAIN && text.accept(word)) {
                kind = Kind.valueOf(word);
                expression = text.until(CreateElement::atOption);
            }
        }
        String comment = text.accept("COMMENT") ? text.literal() : "";
        List<String> codecs = text.accept("CODEC") ? SqlText.parts(text.bracketed()) : List.of();
        List<String> statistics = text.accept("STATISTICS") ? SqlText.parts(text.bracketed()) : List.of();
        String ttl = text.accept("TTL") ? text.until(at -> at.looksAt("SETTINGS", "(")) : "";
        Map<String, String> settings = text.accept("SETTINGS") ? CreateStatement.settings(text.bracketed()) : Map.of();
        requireEnd(text);
        return new ReflectedColumn(name, type, kind, expression, comment, codecs, statistics, ttl, settings);
    }

    private static boolean atKind(SqlText at) {
        return KINDS.stream().anyMatch(at::looksAt);
    }

    private static boolean atOption(SqlText at) {
        return at.looksAtTextBehind("COMMENT")
                || at.looksAt("CODEC", "(")
                || at.looksAt("STATISTICS", "(")
                || at.looksAt("TTL")
                || at.looksAt("SETTINGS", "(");
    }

    static ReflectedIndex index(SqlText text) {
        String name = text.name();
        String expression = text.until(at -> at.looksAt("TYPE"));
        text.expect("TYPE");
        String type = text.until(at -> at.looksAt("GRANULARITY"));
        int granularity = text.accept("GRANULARITY") ? Integer.parseInt(text.name()) : 1;
        requireEnd(text);
        return new ReflectedIndex(name, expression, type, granularity);
    }

    static ReflectedConstraint constraint(SqlText text) {
        String name = text.name();
        boolean assumed = text.accept("ASSUME");
        if (!assumed) {
            text.expect("CHECK");
        }
        return new ReflectedConstraint(name, assumed, text.rest());
    }

    static ReflectedDictionary.Attribute attribute(SqlText text) {
        String name = text.name();
        DataType type =
                DataTypes.parse(text.until(at -> at.looksAt("DEFAULT") || at.looksAt("EXPRESSION") || atProperty(at)));
        String defaultValue =
                text.accept("DEFAULT") ? text.until(at -> at.looksAt("EXPRESSION") || atProperty(at)) : "";
        String expression = text.accept("EXPRESSION") ? text.until(CreateElement::atProperty) : "";
        List<String> properties = new ArrayList<>();
        while (!text.atEnd() && atProperty(text)) {
            properties.add(text.name());
        }
        requireEnd(text);
        return new ReflectedDictionary.Attribute(name, type, defaultValue, expression, properties);
    }

    private static boolean atProperty(SqlText at) {
        return PROPERTIES.stream().anyMatch(at::looksAt);
    }

    private static void requireEnd(SqlText text) {
        if (!text.atEnd()) {
            throw text.unexpected("a comma");
        }
    }
}
