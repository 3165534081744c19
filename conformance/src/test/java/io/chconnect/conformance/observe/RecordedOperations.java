package io.chconnect.conformance.observe;

import io.chconnect.client.OperationAttempt;
import io.chconnect.client.OperationEnd;
import io.chconnect.client.OperationInfo;
import io.chconnect.client.OperationListener;
import io.chconnect.client.OperationObserver;
import io.chconnect.client.Progress;
import io.chconnect.error.ClickHouseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, in order. */
final class RecordedOperations implements OperationListener {
    private final boolean wantsProgress;
    private final List<Operation> operations = new CopyOnWriteArrayList<>();

    RecordedOperations(boolean wantsProgress) {
        this.wantsProgress = wantsProgress;
    }

    RecordedOperations() {
        this(false);
    }

    @Override
    public OperationObserver operationStarted(OperationInfo info) {
        Operation operation = new Operation(info, wantsProgress);
        operations.add(operation);
        return operation;
    }

    List<Operation> all() {
        return List.copyOf(operations);
    }

    Operation only() {
        if (operations.size() != 1) {
            throw new AssertionError("expected one operation: " + operations);
        }
        return operations.get(0);
    }

    /** One operation. */
    static final class Operation implements OperationObserver {
        private final OperationInfo info;
        private final boolean wantsProgress;
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<OperationAttempt> attempts = new CopyOnWriteArrayList<>();
        private final List<OperationEnd> ends = new CopyOnWriteArrayList<>();

        Operation(OperationInfo info, boolean wantsProgress) {
            this.info = info;
            this.wantsProgress = wantsProgress;
        }

        OperationInfo info() {
            return info;
        }

        /** The names of the events, progress once however often it came. */
        List<String> events() {
            return List.copyOf(events);
        }

        List<OperationAttempt> attempts() {
            return List.copyOf(attempts);
        }

        OperationEnd end() {
            if (ends.size() != 1) {
                throw new AssertionError("expected one end: " + ends);
            }
            return ends.get(0);
        }

        boolean isOver() {
            return !ends.isEmpty();
        }

        @Override
        public Map<String, String> attempt(OperationAttempt attempt) {
            events.add("attempt");
            attempts.add(attempt);
            return Map.of("X-Attempt", Integer.toString(attempt.number()));
        }

        @Override
        public void sent() {
            events.add("sent");
        }

        @Override
        public void firstByte() {
            events.add("first byte");
        }

        @Override
        public boolean wantsProgress() {
            return wantsProgress;
        }

        @Override
        public void progress(Progress progress) {
            if (!events.contains("progress")) {
                events.add("progress");
            }
        }

        @Override
        public void retry(ClickHouseException failure) {
            events.add("retry");
        }

        @Override
        public void ended(OperationEnd end) {
            events.add("end");
            ends.add(end);
        }

        @Override
        public String toString() {
            return info + " " + events;
        }
    }
}
