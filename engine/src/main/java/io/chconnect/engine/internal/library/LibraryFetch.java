package io.chconnect.engine.internal.library;

import io.chconnect.engine.FetchListener;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Fetches the pinned package: download, check, unpack, move into place. */
final class LibraryFetch {
    private static final int BUFFER_BYTES = 1 << 16;

    private final PinnedPackage pinned;
    private final NpmPack npm;
    private final LibraryCache cache;

    LibraryFetch(PinnedPackage pinned, NpmPack npm, LibraryCache cache) {
        this.pinned = pinned;
        this.npm = npm;
        this.cache = cache;
    }

    /** Whether a whole library is there; its size stands for its content, which was checked when it was put there. */
    boolean present(Path library) {
        try {
            return Files.isRegularFile(library) && Files.size(library) == pinned.librarySize();
        } catch (IOException e) {
            return false;
        }
    }

    void fetch(Path target, LibraryOptions options) {
        cache.create();
        FetchLock lock = FetchLock.acquire(cache.lockFile(), options.fetchTimeout());
        try {
            if (!present(target)) {
                fetchLocked(target, options);
            }
        } finally {
            lock.release();
        }
    }

    private void fetchLocked(Path target, LibraryOptions options) {
        Path temporary = null;
        try {
            temporary = cache.freshTemporaryDirectory();
            FetchListener listener = options.fetchListener();
            listener.progress(FetchListener.Step.DOWNLOAD, 0, 0);
            Path archive = npm.download(pinned.spec(), temporary, options.fetchTimeout());
            verify(archive, listener);
            Path library = temporary.resolve(LibraryCache.LIBRARY_NAME);
            unpack(archive, library, listener);
            cache.publish(library, target);
            listener.progress(FetchListener.Step.DONE, pinned.librarySize(), pinned.librarySize());
        } catch (IOException e) {
            throw new EmbeddedLibraryException(
                    "cannot put " + pinned.member() + " of " + pinned.spec() + " into " + target + ": " + e
                            + ". It needs about " + ((2 * pinned.librarySize()) >> 20) + " MiB below " + cache.root(),
                    e);
        } finally {
            if (temporary != null) {
                FileTrees.delete(temporary);
            }
        }
    }

    private void verify(Path archive, FetchListener listener) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new EmbeddedLibraryException("this JVM has no SHA-512", e);
        }
        listener.progress(FetchListener.Step.VERIFY, 0, Files.size(archive));
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        String actual = Base64.getEncoder().encodeToString(digest.digest());
        if (!actual.equals(pinned.sha512())) {
            throw new EmbeddedLibraryException(
                    "the archive of " + pinned.spec() + " that npm delivered has the checksum"
                            + " sha512-" + actual + " instead of sha512-" + pinned.sha512()
                            + ". Look at npm's registry setting, run \"npm cache clean --force\" and try again");
        }
    }

    private void unpack(Path archive, Path library, FetchListener listener) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                InputStream tar = new BufferedInputStream(new GZIPInputStream(file, BUFFER_BYTES), BUFFER_BYTES)) {
            TarReader.Member member = new TarReader(tar).find(pinned.member());
            if (member == null) {
                throw new IOException("the archive holds no " + pinned.member());
            }
            long size = UnpackProgress.copy(member.data(), library, member.size(), listener);
            if (size != pinned.librarySize()) {
                throw new IOException(pinned.member() + " holds " + size + " bytes instead of " + pinned.librarySize());
            }
        }
    }
}
