package io.chconnect.client.internal.statement;

import io.chconnect.client.internal.operation.Operation;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases and reports results that nobody closed before they became unreachable. */
final class Abandonment {
    private static final Logger LOG = LoggerFactory.getLogger(Abandonment.class);
    private static final Cleaner CLEANER = Cleaner.create();

    private Abandonment() {}

    /**
     * Watches over an object.
     *
     * @param owner the object that users hold
     * @param resource what it holds; must not lead to the owner
     */
    static void watch(Object owner, Resource resource) {
        CLEANER.register(owner, resource::abandoned);
    }

    /** What a result holds, closed once by whoever comes first. */
    static final class Resource {
        private final AutoCloseable answer;
        private final SessionLocks.Lock session;
        private final Operation operation;
        private final @Nullable String queryId;
        private final AtomicBoolean closed = new AtomicBoolean();

        Resource(AutoCloseable answer, SessionLocks.Lock session, Operation operation, @Nullable String queryId) {
            this.answer = answer;
            this.session = session;
            this.operation = operation;
            this.queryId = queryId;
        }

        /** Lets other statements of the session go on: the answer is complete. */
        void releaseSession() {
            session.close();
        }

        void close() {
            if (closed.compareAndSet(false, true)) {
                release();
            }
        }

        private void abandoned() {
            if (closed.compareAndSet(false, true)) {
                LOG.warn("The result of query {} was not closed; its connection is released now", queryId);
                release();
            }
        }

        private void release() {
            operation.left();
            try (session) {
                answer.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("answers close without checked exceptions", e);
            }
        }
    }
}
