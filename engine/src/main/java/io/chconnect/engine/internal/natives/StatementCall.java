package io.chconnect.engine.internal.natives;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.chconnect.engine.EngineStatement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands a statement's text, format and parameters to the function that begins it. */
final class StatementCall {
    static final StatementCall QUERY = new StatementCall(LibChdb::chdb_query_n, LibChdb::chdb_query_with_params_n);
    static final StatementCall STREAM =
            new StatementCall(LibChdb::chdb_stream_query_n, LibChdb::chdb_stream_query_with_params_n);
    static final StatementCall INSERT =
            new StatementCall(LibChdbInsert::chdb_stream_insert_n, LibChdbInsert::chdb_stream_insert_with_params_n);

    /** Asks for Arrow, whose form the options say instead of a format. */
    static StatementCall arrow(Pointer options) {
        return new StatementCall(
                (connection, sql, sqlLength, format, formatLength) ->
                        LibChdbArrow.chdb_stream_query_arrow_n(connection, sql, sqlLength, options),
                (connection, sql, sqlLength, format, formatLength, names, nameLengths, values, valueLengths, count) ->
                        LibChdbArrow.chdb_stream_query_arrow_with_params_n(
                                connection, sql, sqlLength, options, names, nameLengths, values, valueLengths, count));
    }

    private final Plain plain;
    private final Bound bound;

    private StatementCall(Plain plain, Bound bound) {
        this.plain = plain;
        this.bound = bound;
    }

    private interface Plain {
        @Nullable
        Pointer call(Pointer connection, byte[] sql, long sqlLength, byte[] format, long formatLength);
    }

    private interface Bound {
        @Nullable
        Pointer call(
                Pointer connection,
                byte[] sql,
                long sqlLength,
                byte[] format,
                long formatLength,
                Pointer names,
                Pointer nameLengths,
                Pointer values,
                Pointer valueLengths,
                long count);
    }

    @Nullable
    Pointer begin(Pointer connection, EngineStatement statement) {
        byte[] sql = statement.sql();
        byte[] format = statement.format().getBytes(StandardCharsets.UTF_8);
        int count = statement.parameters().size();
        if (count == 0) {
            return plain.call(connection, sql, sql.length, format, format.length);
        }
        long array = (long) count * Long.BYTES;
        try (Memory table = table(statement)) {
            return bound.call(
                    connection,
                    sql,
                    sql.length,
                    format,
                    format.length,
                    table,
                    table.share(array),
                    table.share(2 * array),
                    table.share(3 * array),
                    count);
        }
    }

    /** Four arrays of {@code count} words (names, their lengths, values, their lengths), then the bytes they point to. */
    private static Memory table(EngineStatement statement) {
        List<byte[]> texts = new ArrayList<>();
        statement.parameters().keySet().forEach(name -> texts.add(name.getBytes(StandardCharsets.UTF_8)));
        statement.parameters().values().forEach(value -> texts.add(value.getBytes(StandardCharsets.UTF_8)));
        int count = texts.size() / 2;
        long array = (long) count * Long.BYTES;
        long at = 4 * array;
        Memory memory =
                new Memory(at + texts.stream().mapToLong(text -> text.length).sum());
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            long slot = (i < count ? 0 : 2 * array) + (long) (i % count) * Long.BYTES;
            memory.setLong(slot, Pointer.nativeValue(memory) + at);
            memory.setLong(slot + array, text.length);
            memory.write(at, text, 0, text.length);
            at += text.length;
        }
        return memory;
    }
}
