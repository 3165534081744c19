package io.chconnect.benchmarks.path.call;

import io.chconnect.benchmarks.path.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code SELECT 1} again and again, by one thread or by many at once. */
public final class SmallQueries implements Contestant {
    private final String name;
    private final AutoCloseable client;
    private final Query query;
    private final int threads;
    private final int queries;
    private final ExecutorService executor;

    /** Asks the server and returns the one. */
    public interface Query {
        long run() throws Exception;
    }

    /**
     * @param client closed with this
     * @param queries per thread
     */
    public SmallQueries(String name, AutoCloseable client, Query query, int threads, int queries) {
        this.name = name;
        this.client = client;
        this.query = query;
        this.threads = threads;
        this.queries = queries;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long run() throws Exception {
        List<Future<Long>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(executor.submit(() -> {
                long sum = 0;
                for (int j = 0; j < queries; j++) {
                    sum += query.run();
                }
                return sum;
            }));
        }
        long sum = 0;
        for (Future<Long> part : parts) {
            sum += part.get();
        }
        return sum;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
