package io.chconnect.engine.internal.library;

import io.chconnect.engine.LibraryOptions;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A library on the class path: used in place when it is a file, else unpacked into the cache. */
final class ClassPathLibrary {
    private static final String FOLDER = "io/chconnect/engine/native/";

    private final HostEnvironment environment;
    private final LibraryCache cache;

    ClassPathLibrary(HostEnvironment environment, LibraryCache cache) {
        this.environment = environment;
        this.cache = cache;
    }

    static String resource(Platform platform) {
        return FOLDER + platform.key() + "/" + LibraryCache.LIBRARY_NAME;
    }

    /** The library's file, or null when the class path holds none for the platform. */
    @Nullable
    Path find(Platform platform, LibraryOptions options) {
        String name = resource(platform);
        ClassLoader loader = environment.resources();
        URL url = loader == null ? ClassLoader.getSystemResource(name) : loader.getResource(name);
        if (url == null) {
            return null;
        }
        try {
            return url.getProtocol().equals("file") ? Path.of(url.toURI()) : unpacked(url, platform, options);
        } catch (IOException | URISyntaxException e) {
            throw new EmbeddedLibraryException("cannot unpack the engine library " + url + " into " + cache.root(), e);
        }
    }

    private Path unpacked(URL url, Platform platform, LibraryOptions options) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            long size = connection.getContentLengthLong();
            String identity = url + " " + size + " " + connection.getLastModified();
            String version = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                    .toString();
            Path target = cache.library(version, platform);
            if (isWhole(target, size)) {
                return target;
            }
            cache.create();
            FetchLock lock = FetchLock.acquire(cache.lockFile(), options.fetchTimeout());
            try {
                if (!isWhole(target, size)) {
                    unpack(in, target, size, options);
                }
            } finally {
                lock.release();
            }
            return target;
        }
    }

    private void unpack(InputStream in, Path target, long size, LibraryOptions options) throws IOException {
        Path temporary = cache.freshTemporaryDirectory();
        try {
            Path library = temporary.resolve(LibraryCache.LIBRARY_NAME);
            UnpackProgress.copy(in, library, size, options.fetchListener());
            cache.publish(library, target);
        } finally {
            FileTrees.delete(temporary);
        }
    }

    private static boolean isWhole(Path library, long size) throws IOException {
        return Files.isRegularFile(library) && Files.size(library) == size;
    }
}
