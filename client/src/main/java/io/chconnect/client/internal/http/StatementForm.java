package io.chconnect.client.internal.http;

import io.chconnect.client.ExternalTable;
import io.chconnect.client.transport.StatementRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** A statement as a form: for parameters that are too long for a URL, and for tables that come along. */
final class StatementForm {
    /** The length of all parameters in a URL from which on they move into a form, in characters. */
    static final int MAX_URL_CHARACTERS = 4096;

    private static final ContentType TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private StatementForm() {}

    /** Whether a statement needs a form. */
    static boolean isNeeded(StatementRequest request, boolean always) {
        if (always && !request.parameters().isEmpty()) {
            return true;
        }
        long characters = 0;
        for (var parameter : request.parameters().entrySet()) {
            characters += parameter.getKey().length()
                    + UrlParameters.encode(parameter.getValue()).length();
        }
        return characters > MAX_URL_CHARACTERS || !request.externalTables().isEmpty();
    }

    /** The form, which can be sent several times. */
    static HttpEntity of(StatementRequest request) {
        MultipartEntityBuilder form = MultipartEntityBuilder.create().setCharset(StandardCharsets.UTF_8);
        form.addTextBody("query", request.sql(), TEXT);
        request.parameters().forEach((name, value) -> form.addTextBody("param_" + name, value, TEXT));
        request.externalTables().forEach(table -> form.addPart(table.name(), new TableContent(table)));
        return form.build();
    }

    /** The data of an external table. */
    private static final class TableContent extends AbstractContentBody {
        private final ExternalTable table;

        TableContent(ExternalTable table) {
            super(ContentType.APPLICATION_OCTET_STREAM);
            this.table = table;
        }

        @Override
        public String getFilename() {
            return table.name();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = table.content().source().open()) {
                in.transferTo(out);
            }
        }

        @Override
        public long getContentLength() {
            return -1;
        }
    }
}
