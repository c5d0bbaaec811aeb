package virdi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import virdi.app.process.ProgramVersion;
import virdi.app.settings.Options;

/** Writes the manual page and the completion for bash; the build runs it when it packages. */
final class CommandLineManual {
    private CommandLineManual() {}

    /** @param arguments the directory to write to */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(directory.resolve("virdi-console.1"), page());
        Files.writeString(directory.resolve("virdi-console.bash"), completion());
    }

    static String page() {
        return ManualPage.of(parser().getCommandSpec(), ProgramVersion.number());
    }

    static String completion() {
        return AutoComplete.bash("virdi-console", parser());
    }

    private static CommandLine parser() {
        return new Options().parser();
    }
}
