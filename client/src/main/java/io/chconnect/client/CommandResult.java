package io.chconnect.client;

/**
 * The answer of a command.
 *
 * @param text what the server answered, in the format TabSeparated: empty for most commands
 * @param summary what the command did
 */
public record CommandResult(String text, Summary summary) {}
