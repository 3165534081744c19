package io.chconnect.dataframe;

import io.chconnect.client.Client;
import io.chconnect.client.InsertContext;
import io.chconnect.client.InsertRequest;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Summary;
import io.chconnect.codec.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dflib.DataFrame;

/**
 * A client whose results are data frames of DFLib, and which inserts data frames. It is a view, which does not close its
 * client. Thread-safe.
 *
 * <p>Series are as follows.
 *
 * <ul>
 *   <li>Int8 to Int32, UInt8 and UInt16 are {@link org.dflib.IntSeries}, Int64 and UInt32 {@link org.dflib.LongSeries}, so is
 *       UInt64 where no value is above the greatest long; else its values are BigIntegers.
 *   <li>Float32 and BFloat16 are {@link org.dflib.FloatSeries}, Float64 {@link org.dflib.DoubleSeries}, Bool
 *       {@link org.dflib.BooleanSeries}. All of these are made of arrays, without an object for each value.
 *   <li>Everything else is a series of the objects that rows give: texts, LocalDate for dates, ZonedDateTime in the zone of the
 *       column for times, BigDecimal, lists and so on. Values that are the same in a LowCardinality are the same object.
 *   <li>String, dates, DateTime, Decimal and UUID stand in their series as ClickHouse sent them, in a fraction of the memory:
 *       each access makes an object anew, until {@link org.dflib.Series#materialize} makes and keeps them all.
 *   <li>{@link FrameNulls} says what becomes of NULL in columns of numbers.
 * </ul>
 */
public final class FrameClient {
    private final Client client;
    private final FrameNulls nulls;

    private FrameClient(Client client, FrameNulls nulls) {
        this.client = client;
        this.nulls = nulls;
    }

    /**
     * A view of a client, with {@link FrameNulls#OBJECTS}.
     *
     * @param client runs the statements
     * @return the view
     */
    public static FrameClient of(Client client) {
        return new FrameClient(client, FrameNulls.OBJECTS);
    }

    /**
     * The same view with another rule for NULL.
     *
     * @param rule what becomes of NULL in columns of numbers
     * @return a new view
     */
    public FrameClient with(FrameNulls rule) {
        return new FrameClient(client, rule);
    }

    /**
     * Runs a query and gives all of its rows.
     *
     * @param sql the query
     * @return a frame, which has its columns also when it has no rows
     */
    public DataFrame query(String sql) {
        return query(request -> request.sql(sql));
    }

    /**
     * Runs a query and gives all of its rows.
     *
     * @param request describes the query
     * @return a frame, which has its columns also when it has no rows
     */
    public DataFrame query(UnaryOperator<QueryRequest> request) {
        try (QueryResult result = client.query(request)) {
            List<Block> blocks = new ArrayList<>();
            result.blocks().forEachRemaining(blocks::add);
            return FrameColumns.frame(result.columns(), blocks, nulls);
        }
    }

    /**
     * Runs a query and gives its rows in frames, one for each block of the server, while they arrive. Memory is bounded by one.
     *
     * @param sql the query
     * @return a sequential stream; the caller closes it
     */
    public Stream<DataFrame> stream(String sql) {
        return stream(request -> request.sql(sql));
    }

    /**
     * Runs a query and gives its rows in frames, one for each block of the server, while they arrive. Memory is bounded by one.
     *
     * @param request describes the query
     * @return a sequential stream; the caller closes it
     */
    @SuppressWarnings("resource") // closed with the stream
    public Stream<DataFrame> stream(UnaryOperator<QueryRequest> request) {
        QueryResult result = client.query(request);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(result.blocks(), Spliterator.ORDERED), false)
                .map(block -> FrameColumns.frame(result.columns(), List.of(block), nulls))
                .onClose(result::close);
    }

    /**
     * Inserts a frame, whose columns go to the table's columns of the same names; the others get their defaults.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param frame the rows
     * @return what was written; nothing is sent when there are no rows
     * @throws io.chconnect.error.ConversionException if a value does not fit its column without loss; nothing is sent
     */
    public Summary insert(String table, DataFrame frame) {
        return insert(table, frame, request -> request);
    }

    /**
     * Inserts a frame, whose columns go to the table's columns of the same names; the others get their defaults.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param frame the rows
     * @param conditions how to insert: settings, a token, limits; neither table nor columns
     * @return what was written; nothing is sent when there are no rows
     * @throws io.chconnect.error.ConversionException if a value does not fit its column without loss; nothing is sent
     */
    public Summary insert(String table, DataFrame frame, UnaryOperator<InsertRequest> conditions) {
        List<String> names = Arrays.asList(frame.getColumnsIndex().toArray());
        InsertContext context = client.insertContext(
                request -> conditions.apply(request).table(table).columns(names));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < frame.width(); i++) {
            values.add(FrameColumns.array(frame.getColumn(i)));
        }
        return context.insertColumns(values);
    }
}
