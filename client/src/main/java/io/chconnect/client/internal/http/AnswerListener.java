package io.chconnect.client.internal.http;

import io.chconnect.client.transport.AttemptObserver;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is told how an exchange goes.
 *
 * @param progress is told the progress headers; null for nobody
 * @param observer is told when the request is sent, and when the answer begins
 */
record AnswerListener(@Nullable Consumer<String> progress, AttemptObserver observer) {
    /** Nobody. */
    static final AnswerListener NONE = new AnswerListener(null, AttemptObserver.NONE);
}
