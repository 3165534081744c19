package io.chconnect.jooq.reflect;

import io.chconnect.jooq.DictionaryAttribute;
import java.util.List;
import java.util.Map;

/**
 * What a dictionary has. Texts are as the server writes them, empty when nothing is said. Immutable.
 *
 * @param attributes its keys and attributes
 * @param primaryKey the names of its keys
 * @param source where entries come from
 * @param layout how they are held
 * @param lifetimeFrom seconds at least until they are read again
 * @param lifetimeTo seconds at most until they are read again; 0 means never
 * @param rangeFrom the attribute with the beginning of the time for which an entry holds
 * @param rangeTo the attribute with its end
 * @param settings settings for reading the source
 */
public record ReflectedDictionary(
        List<Attribute> attributes,
        List<String> primaryKey,
        String source,
        String layout,
        long lifetimeFrom,
        long lifetimeTo,
        String rangeFrom,
        String rangeTo,
        Map<String, String> settings) {
    /**
     * A key or an attribute.
     *
     * @param name its name
     * @param type its exact type
     * @param defaultValue what there is where the dictionary has no entry; empty when nothing is said
     * @param expression what the source is asked for; empty when nothing is said
     * @param properties what else it is, such as {@code HIERARCHICAL}
     */
    public record Attribute(
            String name,
            io.chconnect.types.DataType type,
            String defaultValue,
            String expression,
            List<String> properties) {
        /** Copies the list. */
        public Attribute {
            properties = List.copyOf(properties);
        }

        /**
         * The same for a statement that makes a dictionary.
         *
         * @return the attribute, which can be changed further
         */
        public DictionaryAttribute attribute() {
            DictionaryAttribute attribute = DictionaryAttribute.of(name, io.chconnect.jooq.ClickHouseTypes.of(type));
            if (!defaultValue.isEmpty()) {
                attribute = attribute.defaultValue(Written.field(defaultValue));
            }
            if (!expression.isEmpty()) {
                attribute = attribute.expression(Written.field(expression));
            }
            for (String property : properties) {
                attribute = switch (property) {
                    case "HIERARCHICAL" -> attribute.hierarchical();
                    case "BIDIRECTIONAL" -> attribute.bidirectional();
                    case "INJECTIVE" -> attribute.injective();
                    case "IS_OBJECT_ID" -> attribute.objectId();
                    default ->
                        throw new IllegalStateException(
                                "The attribute " + name + " is " + property + ", which is not known");
                };
            }
            return attribute;
        }
    }

    /** Copies the lists and the map. */
    public ReflectedDictionary {
        attributes = List.copyOf(attributes);
        primaryKey = List.copyOf(primaryKey);
        settings = Written.copy(settings);
    }
}
