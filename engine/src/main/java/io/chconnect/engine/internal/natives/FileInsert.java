package io.chconnect.engine.internal.natives;

import io.chconnect.engine.EngineStatement;
import io.chconnect.engine.internal.library.FileTrees;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** An insert for libraries that have no streaming ones: the data waits in a temporary file until it is complete. */
final class FileInsert implements NativeInsert {
    private final NativeConnection connection;
    private final EngineStatement statement;
    private final Path file;
    private @Nullable FileChannel channel;

    private FileInsert(NativeConnection connection, EngineStatement statement, Path file, FileChannel channel) {
        this.connection = connection;
        this.statement = statement;
        this.file = file;
        this.channel = channel;
    }

    static FileInsert begin(NativeConnection connection, EngineStatement statement) {
        try {
            Path file = Files.createTempFile("clickhouse-connect-", ".insert");
            try {
                return new FileInsert(connection, statement, file, FileChannel.open(file, StandardOpenOption.WRITE));
            } catch (IOException e) {
                FileTrees.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot make a temporary file for the data of an insert: " + e, e);
        }
    }

    @Override
    public void append(ByteBuffer data) {
        connection.lock().lock();
        try {
            FileChannel target = requireOpen();
            while (data.hasRemaining()) {
                target.write(data);
            }
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot write the data of an insert to " + file + ": " + e, e);
        } finally {
            connection.lock().unlock();
        }
    }

    @Override
    public NativeResult finish() {
        connection.lock().lock();
        try {
            requireOpen();
            EngineStatement whole = EngineStatement.of(sql()).withFormat("Null");
            for (var parameter : statement.parameters().entrySet()) {
                whole = whole.withParameter(parameter.getKey(), parameter.getValue());
            }
            return NativeResult.own(StatementCall.QUERY.begin(connection.pointer(), whole));
        } finally {
            end();
            connection.release(this);
            connection.lock().unlock();
        }
    }

    @Override
    public void close() {
        connection.lockKilling();
        try {
            end();
            connection.release(this);
        } finally {
            connection.lock().unlock();
        }
    }

    @Override
    public void end() {
        FileChannel open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            // Whatever was written is no longer needed.
        } finally {
            FileTrees.delete(file);
        }
    }

    private String sql() {
        return new String(statement.sql(), StandardCharsets.UTF_8) + " FROM INFILE " + SqlText.literal(file.toString())
                + " COMPRESSION 'none' FORMAT " + statement.format();
    }

    private FileChannel requireOpen() {
        FileChannel open = channel;
        if (open == null) {
            throw new ConfigurationException("this engine insert is finished or aborted");
        }
        return open;
    }
}
