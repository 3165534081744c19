package io.chconnect.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bytes that ClickHouse 26.7 wrote in the Native format, each for one column {@code x}, and the text of each row as its
 * {@code toString} gave it. {@code index.tsv} has the name, the protocol revision (or {@code binary} for types in binary
 * form), the settings and the statement of each; the {@code .hex} files are for people.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes nobody compares
record Golden(String name, String revision, byte[] bytes, List<String> texts) {
    static final ZoneId ZONE = ZoneId.of("UTC");
    private static final String FOLDER = "/io/chconnect/codec/golden/";

    static Stream<Golden> all() {
        return new String(bytes("index.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .map(fields -> of(fields[0], fields[1]));
    }

    static Golden of(String name) {
        return all().filter(golden -> golden.name.equals(name)).findFirst().orElseThrow();
    }

    private static Golden of(String name, String revision) {
        String texts = new String(bytes(name + ".txt"), StandardCharsets.UTF_8);
        return new Golden(name, revision, bytes(name + ".bin"), texts.lines().toList());
    }

    BlockReader reader(ByteSource source) {
        return revision.equals("binary")
                ? BlockReader.withBinaryTypes(source, ZONE)
                : new BlockReader(source, Integer.parseInt(revision), ZONE);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        BlockReader reader = reader(ByteSource.of(bytes));
        for (Block block = reader.read(); block != null; block = reader.read()) {
            blocks.add(block);
        }
        return blocks;
    }

    @Override
    public String toString() {
        return name;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Golden.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
