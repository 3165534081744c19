package io.chconnect.client.internal.net;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Resolves host names within a limit of time; the resolver of the JDK knows none and cannot be interrupted. */
final class HostAddresses {
    private static final Pattern NEEDS_NO_RESOLVER = Pattern.compile("[0-9.]+|.*:.*|localhost");

    private HostAddresses() {}

    static InetAddress[] of(String host, Duration limit)
            throws UnknownHostException, SocketTimeoutException, InterruptedIOException {
        if (NEEDS_NO_RESOLVER.matcher(host).matches()) {
            return InetAddress.getAllByName(host);
        }
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(lookup, "clickhouse-connect-resolver");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        } catch (TimeoutException e) {
            SocketTimeoutException slow =
                    new SocketTimeoutException("the address of " + host + " was not found in time");
            slow.initCause(e);
            throw slow;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while looking for the address of " + host);
        }
    }
}
