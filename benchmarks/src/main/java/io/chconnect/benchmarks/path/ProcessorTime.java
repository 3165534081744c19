package io.chconnect.benchmarks.path;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process, to the nanosecond where the system tells it: the JVM's own figure has steps of 10 ms. */
final class ProcessorTime {
    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    /** The C library of Linux. */
    interface Clock extends Library {
        Clock INSTANCE = Native.load("c", Clock.class);

        int clock_gettime(int clock, long[] secondsAndNanos);
    }

    /** Nanoseconds since the process began, all threads together. */
    static long nanos() {
        long[] time = new long[2];
        if (!Platform.isLinux()
                || !Platform.is64Bit()
                || Clock.INSTANCE.clock_gettime(CLOCK_PROCESS_CPUTIME_ID, time) != 0) {
            return PROCESS.getProcessCpuTime();
        }
        return time[0] * 1_000_000_000L + time[1];
    }
}
