package io.chconnect.client.internal.result;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementSummary;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a statement up to a number of rows. What comes behind is not read, and its statement is cancelled; the text
 * of the statement need not be touched for that. Not thread-safe, except for {@link #close}.
 */
public final class LimitedEvents implements QueryEvents {
    private final QueryEvents events;
    private long left;
    private @Nullable String queryId;

    public LimitedEvents(QueryEvents events, long maxRows) {
        this.events = events;
        this.left = maxRows;
    }

    @Override
    public QueryEvent next() {
        if (left == 0) {
            events.close();
            return new QueryEvent.End(new StatementSummary(queryId, -1, -1, -1, -1, -1));
        }
        QueryEvent event = events.next();
        if (event instanceof QueryEvent.Header header) {
            queryId = header.queryId();
        } else if (event instanceof QueryEvent.Data data) {
            int rows = data.block().rowCount();
            if (rows > left) {
                Block start = start(data.block(), (int) left);
                left = 0;
                return new QueryEvent.Data(start);
            }
            left -= rows;
        }
        return event;
    }

    @Override
    public void recycle(Block block) {
        events.recycle(block);
    }

    @Override
    public void close() {
        events.close();
    }

    private static Block start(Block block, int rows) {
        ColumnFactory factory = new ColumnFactory(ZoneOffset.UTC);
        List<Column> columns = new ArrayList<>();
        for (Column column : block.columns()) {
            List<@Nullable Object> values = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                values.add(column.get(row));
            }
            columns.add(factory.column(column.type(), values));
        }
        return new Block(block.names(), columns);
    }
}
