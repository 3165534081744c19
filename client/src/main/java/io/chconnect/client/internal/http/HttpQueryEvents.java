package io.chconnect.client.internal.http;

import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockReader;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.MalformedDataException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TransportException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The answer of a query over HTTP: Native blocks, and at the end possibly an error behind them. */
final class HttpQueryEvents implements QueryEvents {
    private static final String NATIVE = "Native";
    private static final String FORMAT_HEADER = "X-ClickHouse-Format";
    private static final String ZONE_HEADER = "X-ClickHouse-Timezone";

    private final HttpExchange exchange;
    private final ZoneId zone;
    private final BlockReader reader;
    private long rows;
    private boolean headerGiven;

    private HttpQueryEvents(HttpExchange exchange, ServerDialect dialect) {
        this.exchange = exchange;
        this.zone = dialect.zone(exchange.header(ZONE_HEADER));
        this.reader = new BlockReader(exchange.body(), dialect.revision(), zone);
    }

    static HttpQueryEvents open(HttpExchange exchange, ServerDialect dialect) {
        String format = exchange.header(FORMAT_HEADER);
        if (format != null && !format.equals(NATIVE)) {
            exchange.close();
            throw new ConfigurationException(
                    "The statement asks for FORMAT " + format + ": leave the FORMAT clause out of a query");
        }
        return new HttpQueryEvents(exchange, dialect);
    }

    @Override
    public QueryEvent next() {
        if (!headerGiven) {
            headerGiven = true;
            return new QueryEvent.Header(exchange.queryId(), zone, answer());
        }
        Block block = readBlock();
        if (block == null) {
            exchange.requireNoException();
            return new QueryEvent.End(exchange.summary());
        }
        rows += block.rowCount();
        return new QueryEvent.Data(block);
    }

    /** Servers from 20.1 on name the format of rows where there are rows, and their zone always. */
    private QueryEvent.Answer answer() {
        if (exchange.header(FORMAT_HEADER) != null) {
            return QueryEvent.Answer.ROWS;
        }
        return exchange.header(ZONE_HEADER) == null ? QueryEvent.Answer.UNKNOWN : QueryEvent.Answer.NOTHING;
    }

    @Override
    public void recycle(Block block) {
        reader.recycle(block);
    }

    @Override
    public void close() {
        exchange.close();
    }

    private @Nullable Block readBlock() {
        try {
            return reader.read();
        } catch (MalformedDataException e) {
            exchange.hurry();
            throw exchange.trueCause(explain(e));
        } catch (TransportException e) {
            ClickHouseException failure =
                    new TransportException(e.getMessage() + ", after " + rows + " whole rows", e.outcome(), e);
            throw exchange.trueCause(failure);
        }
    }

    private ClickHouseException explain(MalformedDataException e) {
        String text = rows == 0 ? exchange.body().startAsText() : null;
        if (text != null) {
            return new TransportException(
                    exchange.node().name() + " answered with text where blocks were expected: "
                            + HttpFailures.shorten(exchange.shown(text)),
                    StatementOutcome.UNKNOWN,
                    e);
        }
        return e.endOfData()
                ? new TransportException(
                        "The answer ended in the middle of a block, after " + rows + " whole rows",
                        StatementOutcome.UNKNOWN,
                        e)
                : e;
    }
}
