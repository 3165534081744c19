package io.chconnect.engine.internal.library;

import java.util.Locale;

/**
 * A kind of machine.
 *
 * @param os {@code linux}, {@code macos}, {@code windows}, or the JVM's own word
 * @param architecture {@code x86_64}, {@code aarch64}, or the JVM's own word
 * @param libc {@code gnu} or {@code musl}; empty where there is no choice
 */
record Platform(String os, String architecture, String libc) {
    static final Platform LINUX_X86_64_GNU = new Platform("linux", "x86_64", "gnu");

    static Platform of(String osName, String osArch, boolean musl) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name;
        if (name.startsWith("linux")) {
            os = "linux";
        } else if (name.startsWith("mac")) {
            os = "macos";
        } else if (name.startsWith("windows")) {
            os = "windows";
        }
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return new Platform(os, arch, os.equals("linux") ? (musl ? "musl" : "gnu") : "");
    }

    /** Whether upstream builds libchdb for it at all. */
    boolean exists() {
        boolean known = architecture.equals("x86_64") || architecture.equals("aarch64");
        return known && ((os.equals("linux") && libc.equals("gnu")) || os.equals("macos"));
    }

    boolean fetchable() {
        return equals(LINUX_X86_64_GNU);
    }

    /** The name of the platform's directory on the class path and in the cache, such as {@code linux-x86_64-gnu}. */
    String key() {
        return os + "-" + architecture + (libc.isEmpty() ? "" : "-" + libc);
    }
}
