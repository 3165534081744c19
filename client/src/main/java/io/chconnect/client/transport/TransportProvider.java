package io.chconnect.client.transport;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.error.ClickHouseException;

/** Opens transports for some URL schemes. Found by {@link java.util.ServiceLoader}. */
public interface TransportProvider {
    /**
     * Whether this provider is the one for a URL scheme.
     *
     * @param scheme the scheme in lower case, for example {@code https}
     * @return true when {@link #open} takes it
     */
    boolean accepts(String scheme);

    /**
     * Opens a transport. Need not reach ClickHouse yet.
     *
     * @param config all options
     * @return the transport; the caller closes it
     * @throws ClickHouseException if the options do not fit this transport
     */
    Transport open(ClientConfig config);
}
