package io.chconnect.client.internal.statement;

import io.chconnect.client.internal.operation.Operation;
import io.chconnect.client.transport.ArrowBatches;
import io.chconnect.client.transport.StatementSummary;

/** The batches of an answer, together with what its statement holds. */
final class HeldBatches implements ArrowBatches {
    private final ArrowBatches batches;
    private final Abandonment.Resource resource;
    private final Operation operation;

    HeldBatches(ArrowBatches batches, Abandonment.Resource resource, Operation operation) {
        this.batches = batches;
        this.resource = resource;
        this.operation = operation;
        Abandonment.watch(this, resource);
    }

    @Override
    public void schema(long address) {
        batches.schema(address);
    }

    @Override
    public long next(long address) {
        long rows = nextBatch(address);
        if (rows >= 0) {
            operation.received(Math.toIntExact(rows));
        } else {
            operation.completed(batches.summary());
            resource.releaseSession();
        }
        return rows;
    }

    @Override
    public StatementSummary summary() {
        return batches.summary();
    }

    @Override
    public void close() {
        resource.close();
    }

    private long nextBatch(long address) {
        try {
            return batches.next(address);
        } catch (RuntimeException e) {
            operation.failed(e);
            throw e;
        }
    }
}
