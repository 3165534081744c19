/** The client's operations as spans and metrics of OpenTelemetry. */
@NullMarked
package io.chconnect.observe.opentelemetry;

import org.jspecify.annotations.NullMarked;
