package io.chconnect.engine.internal.library;

import io.chconnect.engine.FetchListener;
import io.chconnect.engine.LibraryOptions;
import io.chconnect.engine.PackageFile;
import java.nio.file.Path;
import java.time.Duration;

/** Keeps files of npm packages in the user cache: {@code NAME-VERSION/FILE} beside the engine library. */
public final class PackageFileFetch {
    private final PinnedPackage pinned;
    private final LibraryFetch fetch;
    private final Path target;

    PackageFileFetch(PackageFile file, HostEnvironment environment) {
        LibraryCache cache = LibraryCache.of(environment);
        this.pinned = new PinnedPackage(file.packageName(), file.version(), file.sha512(), file.member(), file.size());
        this.fetch = new LibraryFetch(pinned, new NpmPack(environment.npm()), cache);
        String directory = pinned.name().replace("@", "").replace('/', '-') + "-" + pinned.version();
        String name = pinned.member().substring(pinned.member().lastIndexOf('/') + 1);
        this.target = cache.root().resolve(directory).resolve(name);
    }

    /**
     * The fetch of a file on this machine.
     *
     * @param file the file
     * @return a new fetch
     */
    public static PackageFileFetch system(PackageFile file) {
        return new PackageFileFetch(file, HostEnvironment.system());
    }

    /**
     * Finds or fetches the file.
     *
     * @param limit the longest time for a fetch
     * @param listener hears of its progress
     * @return an absolute path
     */
    public Path locate(Duration limit, FetchListener listener) {
        if (!fetch.present(target)) {
            fetch.fetch(
                    target, LibraryOptions.defaults().withFetchTimeout(limit).withFetchListener(listener));
        }
        return target;
    }
}
