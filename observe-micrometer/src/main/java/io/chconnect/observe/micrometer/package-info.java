/** The client's operations and connections as timers, counters and gauges of Micrometer. */
@NullMarked
package io.chconnect.observe.micrometer;

import org.jspecify.annotations.NullMarked;
