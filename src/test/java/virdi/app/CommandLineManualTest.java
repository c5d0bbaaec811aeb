package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;
import virdi.app.settings.Options;
import virdi.app.settings.SettingKey;
import virdi.app.settings.Settings;

/** The manual page and the completion that packages bring. */
final class CommandLineManualTest {
    private static final List<OptionSpec> OPTIONS =
            new Options().parser().getCommandSpec().options();

    @TempDir
    Path directory;

    @Test
    void buildWritesBoth() throws Exception {
        CommandLineManual.main(new String[] {directory.resolve("docs").toString()});

        assertThat(directory.resolve("docs/virdi-console.1")).hasContent(CommandLineManual.page());
        assertThat(directory.resolve("docs/virdi-console.bash")).isNotEmptyFile();
    }

    @Test
    void pageTellsEveryOptionAndEverySetting() throws Exception {
        String shown = shown(directory.resolve("virdi-console.1"));

        for (OptionSpec option : OPTIONS) {
            assertThat(shown).contains(List.of(option.names()));
            assertThat(shown).contains(option.description());
        }
        for (SettingKey<?> key : Settings.KEYS) {
            assertThat(shown).contains(key.name(), "Takes " + key.expected(), "Default: " + key.defaultText());
        }
        assertThat(shown).doesNotContain("warning").contains("EXIT STATUS", "FILES", "EXAMPLES");
    }

    @Test
    void completionOffersEveryOption() throws Exception {
        for (OptionSpec option : OPTIONS) {
            String name = option.longestName();
            assertThat(completed(name.substring(0, name.length() - 1))).contains(name);
        }
    }

    @Test
    void completionOffersFilesWhereOneIsMeant() throws Exception {
        Files.createFile(directory.resolve("settings.yaml"));

        assertThat(completed("--config", directory + "/set"))
                .contains(directory.resolve("settings.yaml").toString());
        assertThat(completed("--data-dir", directory + "/set"))
                .contains(directory.resolve("settings.yaml").toString());
    }

    /** The page as man shows it, in one line; nothing may be wrong with it. */
    private String shown(Path page) throws IOException, InterruptedException {
        Files.writeString(page, CommandLineManual.page());
        // The widest page there is, so that nothing is broken in the middle.
        return said("groff", "-ww", "-man", "-Tutf8", "-P-c", "-rLL=2000n", "-rHY=0", page.toString())
                // The output marks bold and underlined letters by overstriking.
                .replaceAll(".\b", "")
                .replaceAll("\\s+", " ");
    }

    /** The completions that bash offers for the last word. */
    private List<String> completed(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("completion"), CommandLineManual.completion());
        String last = "source \"$0\"; COMP_WORDS=(virdi-console \"$@\"); COMP_CWORD=$#; _complete_virdi-console;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        String[] command = new String[words.length + 4];
        command[0] = "bash";
        command[1] = "-c";
        command[2] = last;
        command[3] = script.toString();
        System.arraycopy(words, 0, command, 4, words.length);
        return said(command).lines().toList();
    }

    /** The output of a program of Debian; skips the test if the program is missing. */
    private String said(String... command) throws IOException, InterruptedException {
        assumeTrue(Programs.found(command[0]), "no " + command[0] + " is at hand");
        Process asked = Programs.start(directory, command);
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).as(said).isZero();
        return said;
    }
}
