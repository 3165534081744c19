package io.chconnect.examples.quickstart;

import io.chconnect.client.Client;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The main job: real data out of a real engine into Java, back into a table, compared, and asked about. See
 * {@code quickstart --help}.
 */
public final class Quickstart {
    private static final String EMBEDDED = "chdb:memory";
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SIDES_DIFFER = 3;

    private final Terminal terminal;
    private final PrintStream errors;

    Quickstart(Terminal terminal, PrintStream errors) {
        this.terminal = terminal;
        this.errors = errors;
    }

    /**
     * Runs it and exits.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        int code = new Quickstart(Terminal.system(), System.err).run(args);
        System.exit(code);
    }

    /** Runs it; returns the exit code. */
    int run(String... args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                terminal.line(Arguments.USAGE);
                return 0;
            }
            return arguments.url() == null ? onOwnServer(arguments) : onUrl(arguments, arguments.url());
        } catch (UsageException e) {
            errors.println("quickstart: " + e.getMessage());
            return WRONG_USAGE;
        } catch (ConfigurationException e) {
            errors.println("quickstart: " + e.getMessage());
            return WRONG_USAGE;
        } catch (ClickHouseException e) {
            errors.println("quickstart: " + e.getMessage());
            return FAILED;
        }
    }

    private int onOwnServer(Arguments arguments) {
        Path file = file(arguments);
        try (ClickHouseServer server = ClickHouseServer.start();
                Client client = Client.connect(server.url())) {
            terminal.line("ClickHouse " + version(client) + ", started for this run at " + server.url());
            return job(file, client, client);
        }
    }

    /** A server elsewhere cannot read the file, so that the engine in this process does. */
    private int onUrl(Arguments arguments, String url) {
        try (Client client = Client.connect(url)) {
            terminal.line("ClickHouse " + version(client) + " at " + client);
            Path file = file(arguments);
            try (Client engine = Client.connect(EMBEDDED)) {
                return job(file, engine, client);
            }
        }
    }

    private int job(Path file, Client engine, Client target) {
        terminal.line("Flights of " + file.getFileName());
        terminal.line("");
        Transfer transfer = new Transfer(terminal, file);
        List<FlightColumns> flights = transfer.read(engine);
        transfer.insert(target, flights);

        Check inFile = Check.in(engine, transfer.source());
        Check inJava = Check.of(flights);
        Check inTable = Check.in(target, Transfer.TABLE);
        boolean equal = inFile.equals(inJava) && inFile.equals(inTable);
        report(inFile, inJava, inTable, equal);
        if (!equal) {
            errors.println("quickstart: the flights in the file, in Java and in the table are not the same");
            return SIDES_DIFFER;
        }
        Answers answers = new Answers(target, terminal);
        answers.busiestRoutes();
        answers.leastPunctualAirports(inTable.rows() / 100, 15);
        answers.delaysByHour();
        return 0;
    }

    private void report(Check inFile, Check inJava, Check inTable, boolean equal) {
        terminal.line("");
        TextTable table = new TextTable("where", "flights", "checksum");
        table.add("the file", String.valueOf(inFile.rows()), String.valueOf(inFile.checksum()));
        table.add("Java", String.valueOf(inJava.rows()), String.valueOf(inJava.checksum()));
        table.add("the table", String.valueOf(inTable.rows()), String.valueOf(inTable.checksum()));
        table.print(terminal);
        terminal.line(equal ? "  all the same" : "  NOT the same");
    }

    private Path file(Arguments arguments) {
        return arguments.file() == null ? FlightFile.locate(errors) : arguments.file();
    }

    private static String version(Client client) {
        return client.query("SELECT version()").single(String.class);
    }
}
