package io.chconnect.client;

/**
 * The connections of a client for statements, at a moment; those for cancels and pings are not among them.
 *
 * @param leased how many are in use
 * @param idle how many are open and unused
 * @param pending how many operations wait for one; one that was cancelled may count until a connection is given back
 * @param max how many there may be
 */
public record ConnectionCounts(int leased, int idle, int pending, int max) {}
