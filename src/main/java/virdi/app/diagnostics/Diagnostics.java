package virdi.app.diagnostics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import virdi.app.process.LogSetup;
import virdi.app.process.StartupException;
import virdi.app.settings.Settings;
import virdi.model.Ledger;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Totals;
import virdi.ui.about.About.Fact;
import virdi.ui.sign.StateText;

/**
 * A zip that helps to find the cause of a problem and can be given to a stranger. It contains no token and no key, but paths
 * and names of resources. Any thread but the FX thread, because it reads and writes files. Each line of each entry is redacted, so no entry has to be trusted.
 */
public final class Diagnostics {
    private final Settings settings;
    private final List<Fact> facts;
    private final @Nullable Supplier<Frame> frames;
    private final Redactor redactor;

    /**
     * @param facts facts about the program
     * @param frames supplies the newest frame of the broker; null if none runs in this process
     */
    public Diagnostics(Settings settings, List<Fact> facts, @Nullable Supplier<Frame> frames) {
        this.settings = settings;
        this.facts = facts;
        this.frames = frames;
        redactor = new Redactor(settings.secrets());
    }

    /** The diagnostics of another process, running or not, from its settings and its log. */
    public static Diagnostics ofAnother(Settings settings) {
        return new Diagnostics(settings, ProgramFacts.of(settings, "nothing, in this run", "none"), null);
    }

    /** Writes the zip to a file, completely or not at all. */
    public void writeTo(Path file) throws StartupException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                writeTo(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part, e);
            throw new StartupException(
                    "--diagnostics " + file + " cannot be written (" + reason(e)
                            + "); expected a file in a folder that is there, that you may write in and that has room.",
                    e);
        }
    }

    private static void discard(Path part, IOException why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static String reason(IOException error) {
        return switch (error) {
            case NoSuchFileException none -> "no such folder";
            case AccessDeniedException denied -> "access denied";
            default -> String.valueOf(error.getMessage());
        };
    }

    /** Writes the zip, and leaves the stream open. */
    public void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, "versions.txt", writer -> writer.write(Fact.lines(facts)));
        text(zip, "settings.txt", this::settings);
        if (frames != null) {
            Frame frame = frames.get();
            text(zip, "counters.txt", writer -> counters(frame, writer));
            text(zip, "memory.txt", MemoryFigures::write);
            text(zip, "threads.txt", ThreadDump::write);
        }
        new LogFiles(LogSetup.directory(settings.dataDirectory()), redactor).copyTo(zip);
        zip.finish();
    }

    private void settings(Writer writer) throws IOException {
        for (String line : settings.descriptions()) {
            writer.write(line + "\n");
        }
    }

    private static void counters(Frame frame, Writer writer) {
        Totals totals = frame.totals();
        var out = new PrintWriter(writer);
        out.printf(Locale.ROOT, "listening: %s%n", frame.listening());
        out.printf(Locale.ROOT, "streams: %d%nclients: %d%n", totals.streams(), totals.clients());
        out.printf(Locale.ROOT, "units/min: %.0f%n", totals.unitsPerMinute());
        out.printf(Locale.ROOT, "messages/s: %.0f%n", totals.messagesPerSecond());
        out.printf(Locale.ROOT, "tanks full: %d%ntanks empty: %d%n", totals.tanksFull(), totals.tanksEmpty());
        out.printf(Locale.ROOT, "starving: %d%n", totals.starving());
        out.printf(Locale.ROOT, "ledger difference: %d%n%n", totals.ledgerDifference());
        out.println(
                "resource: capacity, opening + accepted + injected - delivered - purged = level, difference; state");
        for (ResourceView resource : frame.resources()) {
            Ledger ledger = resource.state().ledger();
            out.printf(
                    Locale.ROOT,
                    "%s: %d, %d + %d + %d - %d - %d = %d, %d; %s%n",
                    resource.id().value(),
                    resource.state().marks().capacityUnits(),
                    ledger.opening(),
                    ledger.accepted(),
                    ledger.injected(),
                    ledger.delivered(),
                    ledger.purged(),
                    ledger.level(),
                    ledger.difference(),
                    StateText.of(resource));
        }
        out.flush();
    }

    /** Writes a text. */
    private interface Text {
        void writeTo(Writer writer) throws IOException;
    }

    private void text(ZipOutputStream zip, String name, Text content) throws IOException {
        var writer = new StringWriter();
        content.writeTo(writer);
        zip.putNextEntry(new ZipEntry(name));
        for (String line : writer.toString().lines().toList()) {
            zip.write((redactor.redact(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }
}
