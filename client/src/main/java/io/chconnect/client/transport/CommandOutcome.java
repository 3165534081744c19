package io.chconnect.client.transport;

/**
 * The answer of a command.
 *
 * @param text what the server answered, in the format TabSeparated; empty for most commands
 * @param summary what the command did
 */
public record CommandOutcome(String text, StatementSummary summary) {}
