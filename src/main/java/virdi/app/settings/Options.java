package virdi.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import virdi.app.process.ProgramVersion;
import virdi.app.process.StartupException;

/** The command line. Filled by picocli. Main thread only. */
@Command(
        name = "virdi-console",
        description = "The Virdi broker and the live window on it.",
        versionProvider = ProgramVersion.class,
        usageHelpAutoWidth = true,
        sortOptions = false)
public final class Options {
    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "Port to listen on; 0 for any free one. Same as --set server.port=NUMBER.")
    private @Nullable String port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on. Same as --set server.bind=ADDRESS.")
    private @Nullable String bind;

    @Option(names = "--headless", description = "The broker alone, without a window.")
    private boolean headless;

    @Option(
            names = "--demo",
            description = "Also start a small factory world of simulated clients. Its data is kept apart, in the"
                    + " directory \"demo\" below the usual one.")
    private boolean demo;

    @Option(
            names = "--data-dir",
            paramLabel = "DIRECTORY",
            description =
                    "Where rules, levels, window settings and logs are kept. Same as --set data.directory=DIRECTORY.")
    private @Nullable Path dataDirectory;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with settings.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; may be given many times, and wins over the file.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--diagnostics",
            paramLabel = "FILE",
            description =
                    "Only write what helps to find out what is wrong (versions, settings without secrets, the log)"
                            + " to a zip; with the other options of the run that it is about.")
    private @Nullable Path diagnostics;

    @Option(
            names = "--from-menu",
            description =
                    "Tell in a window, too, why the program does not start. For menu entries, of which nobody sees what"
                            + " they print.")
    private boolean fromMenu;

    /** Main asks the result of the parse; as with {@link #version}. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, description = "Show this help and the settings.")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    public boolean headless() {
        return headless;
    }

    public boolean demo() {
        return demo;
    }

    /** The file for diagnostics; null if the program is to run. */
    public @Nullable Path diagnostics() {
        return diagnostics;
    }

    public boolean fromMenu() {
        return fromMenu;
    }

    /** Merges defaults, file, {@code --set} and options, in this order, and checks the result. */
    public Settings settings() throws StartupException {
        SettingValues values = new SettingValues();
        if (config != null) {
            SettingsFile.read(config, values);
        }
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new StartupException("--set " + assignment + " gives no value; expected --set KEY=VALUE.");
            }
            put(values, assignment.substring(0, equals).strip(), assignment.substring(equals + 1), "--set");
        }
        putOption(values, Settings.PORT, port, "--port");
        putOption(values, Settings.BIND, bind, "--bind");
        putOption(
                values, Settings.DATA_DIRECTORY, dataDirectory == null ? null : dataDirectory.toString(), "--data-dir");
        Path standard = DataDirectory.standard();
        Settings settings = Settings.of(values, demo ? standard.resolve("demo") : standard);
        if (demo && !settings.allowsPlaintext()) {
            throw new StartupException("--demo cannot be used with " + Settings.CERTIFICATE.name() + " or "
                    + Settings.TOKEN.name() + ": its clients speak plaintext.");
        }
        return settings;
    }

    private static void putOption(SettingValues values, SettingKey<?> key, @Nullable String text, String origin)
            throws StartupException {
        if (text != null) {
            put(values, key.name(), text, origin);
        }
    }

    private static void put(SettingValues values, String name, String text, String origin) throws StartupException {
        values.put(name, text, origin, Path.of(""));
    }

    /** The parser; its help lists the settings. */
    public CommandLine parser() {
        CommandLine parser = new CommandLine(this);
        List<String> footer = new ArrayList<>();
        footer.add("");
        footer.add("Settings (defaults < --config FILE < --set < the options above):");
        for (SettingKey<?> key : Settings.KEYS) {
            String value = key.defaultText().isEmpty() ? "" : " [" + key.defaultText() + "]";
            footer.add("  " + key.name() + value);
            footer.add("      " + key.meaning());
        }
        // Picocli takes a percent sign for a format.
        parser.getCommandSpec()
                .usageMessage()
                .footer(footer.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
        return parser;
    }
}
