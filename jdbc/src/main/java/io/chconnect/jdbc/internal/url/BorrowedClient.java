package io.chconnect.jdbc.internal.url;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client of the application, and what every statement on it says besides its text.
 *
 * @param client the client
 * @param request adds to every request
 * @param queryId the query id; null means one of the driver's own
 */
public record BorrowedClient(
        Client client,
        UnaryOperator<QueryRequest> request,
        @Nullable String queryId) {
    /** A client with nothing said. */
    public static BorrowedClient of(Client client) {
        return new BorrowedClient(client, UnaryOperator.identity(), null);
    }

    /** The same with more said about every statement. */
    public BorrowedClient with(UnaryOperator<QueryRequest> more) {
        return new BorrowedClient(client, asked -> more.apply(request.apply(asked)), queryId);
    }

    /** The same with a query id. */
    public BorrowedClient withQueryId(String id) {
        return new BorrowedClient(client, request, id);
    }

    /** The spec of a connection on it: where it goes, and no options. */
    public ConnectionSpec spec() {
        String shown = client.toString();
        String place = shown.substring(shown.indexOf('[') + 1, shown.length() - 1);
        return new ConnectionSpec("jdbc:chconnect:" + place, place, "", Map.of(), Map.of());
    }
}
