package io.chconnect.conformance.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Reads what was recorded. */
public final class FlightRecordings {
    private FlightRecordings() {}

    /** The events of a name that a recording has so far. */
    public static List<RecordedEvent> events(Recording recording, Path directory, String name) throws IOException {
        Path file = Files.createTempFile(directory, "recording", ".jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
