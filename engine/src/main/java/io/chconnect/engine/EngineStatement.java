package io.chconnect.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A statement for an {@link EngineConnection}: its text, the format of its data, and the values of its
 * <code>{name:Type}</code> placeholders. Immutable.
 */
public final class EngineStatement {
    private static final String DEFAULT_FORMAT = "Native";

    private final byte[] sql;
    private final String format;
    private final Map<String, String> parameters;

    private EngineStatement(byte[] sql, String format, Map<String, String> parameters) {
        this.sql = sql;
        this.format = format;
        this.parameters = parameters;
    }

    /**
     * A statement without parameters whose data is in format {@code Native}.
     *
     * @param sql the text
     * @return the statement
     */
    public static EngineStatement of(String sql) {
        return new EngineStatement(sql.getBytes(StandardCharsets.UTF_8), DEFAULT_FORMAT, Map.of());
    }

    /**
     * A statement without parameters whose data is in format {@code Native}.
     *
     * @param sql the text in UTF-8; copied
     * @return the statement
     */
    public static EngineStatement of(byte[] sql) {
        return new EngineStatement(sql.clone(), DEFAULT_FORMAT, Map.of());
    }

    /**
     * Changes the format of the result, or for an insert of the data.
     *
     * @param newFormat a format of ClickHouse, such as {@code JSONEachRow}
     * @return a changed copy
     */
    public EngineStatement withFormat(String newFormat) {
        return new EngineStatement(sql, newFormat, parameters);
    }

    /**
     * Sets the value of a placeholder.
     *
     * @param name the placeholder's name
     * @param value its value, as text escaped like a value in format {@code TabSeparated}
     * @return a changed copy
     */
    public EngineStatement withParameter(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new EngineStatement(sql, format, Collections.unmodifiableMap(changed));
    }

    /**
     * The text.
     *
     * @return a copy, in UTF-8
     */
    public byte[] sql() {
        return sql.clone();
    }

    /**
     * The format of the result or of the data.
     *
     * @return {@code Native} by default
     */
    public String format() {
        return format;
    }

    /**
     * The values of the placeholders by name.
     *
     * @return unmodifiable
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The text; parameter values are left out. */
    @Override
    public String toString() {
        return new String(sql, StandardCharsets.UTF_8);
    }
}
