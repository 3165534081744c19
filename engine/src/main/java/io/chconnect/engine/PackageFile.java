package io.chconnect.engine;

import io.chconnect.engine.internal.library.PackageFileFetch;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file of an npm package, such as sample data. It is fetched by the machine's npm as the engine library is: once, checked,
 * and moved into the user cache in one step.
 *
 * @param packageName the package's name
 * @param version its version
 * @param sha512 the SHA-512 of the package's archive in Base64: npm's {@code integrity} without its prefix
 * @param member the file's name in the archive, such as {@code package/data/file.csv}
 * @param size the file's bytes
 */
public record PackageFile(String packageName, String version, String sha512, String member, long size) {
    /**
     * Finds the file in the user cache, or fetches it. Safe for many threads and processes at once: one of them fetches, the
     * others wait for it.
     *
     * @param limit the longest time for a fetch
     * @param listener hears of a fetch's progress
     * @return the absolute path of the complete file
     * @throws io.chconnect.error.EmbeddedLibraryException when it is not there and cannot be fetched
     * @throws io.chconnect.error.CancelledException when the thread is interrupted during the fetch
     */
    public Path locate(Duration limit, FetchListener listener) {
        return PackageFileFetch.system(this).locate(limit, listener);
    }
}
