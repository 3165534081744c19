package io.chconnect.engine.internal.library;

import io.chconnect.engine.EngineLibrary;

/**
 * The npm package that is fetched, with what it must be.
 *
 * @param name the package's name
 * @param version its version
 * @param sha512 the archive's SHA-512 in Base64, npm's {@code integrity} without its prefix
 * @param member the library's name in the archive
 * @param librarySize the library's bytes
 */
record PinnedPackage(String name, String version, String sha512, String member, long librarySize) {
    static final PinnedPackage CURRENT = new PinnedPackage(
            EngineLibrary.PACKAGE,
            EngineLibrary.VERSION,
            "XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==",
            "package/libchdb.so",
            566_330_096L);

    String spec() {
        return name + "@" + version;
    }
}
