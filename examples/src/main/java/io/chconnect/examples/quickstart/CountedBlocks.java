package io.chconnect.examples.quickstart;

import io.chconnect.codec.Block;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Flights as blocks for an insert; each counts as done when it is sent. */
final class CountedBlocks implements Iterator<Block> {
    private final Iterator<FlightColumns> flights;
    private final ProgressBar progress;
    private @Nullable FlightColumns underWay;

    CountedBlocks(Iterator<FlightColumns> flights, ProgressBar progress) {
        this.flights = flights;
        this.progress = progress;
    }

    @Override
    public boolean hasNext() {
        return flights.hasNext();
    }

    /** The one before is sent when the next one is asked for. */
    @Override
    public Block next() {
        countUnderWay();
        underWay = flights.next();
        return underWay.toBlock();
    }

    /** Counts the last one: the insert is over. */
    void countUnderWay() {
        if (underWay != null) {
            progress.advance(underWay.rowCount(), underWay.bytes());
            underWay = null;
        }
    }
}
