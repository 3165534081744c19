package io.chconnect.engine.internal.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removal of directories. */
public final class FileTrees {
    private FileTrees() {}

    /**
     * Removes a directory with all it holds, as far as possible; links are removed, not followed.
     *
     * @param root the directory; may be missing
     * @return true when nothing is left
     */
    public static boolean delete(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return remove(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return remove(file);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
                    return remove(dir);
                }
            });
        } catch (IOException e) {
            return false;
        }
        return !Files.exists(root);
    }

    private static FileVisitResult remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The caller learns of it from what is left.
        }
        return FileVisitResult.CONTINUE;
    }
}
