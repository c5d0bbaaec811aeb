package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import virdi.app.process.ProgramVersion;
import virdi.app.settings.Options;

/** Files for desktops: menu entry, description for software centres, icons. */
final class DesktopFilesTest {
    private static final Path ENTRY = Path.of("jpackage", "linux", "virdi-console.desktop");
    private static final Path DESCRIPTION = Path.of("jpackage", "linux", "io.github.virdi.Console.metainfo.xml");
    private static final Path ICONS = Path.of("target", "icons");

    @Test
    void menuEntryIsValid() throws Exception {
        validate("desktop-file-validate", "--no-hints", ENTRY.toString());
    }

    @Test
    void descriptionForSoftwareCentresIsValid() throws Exception {
        validate("appstreamcli", "validate", "--no-net", DESCRIPTION.toString());
    }

    @Test
    void menuStartsWhatTheCommandLineTakes() throws Exception {
        List<String> starts = Files.readAllLines(ENTRY).stream()
                .filter(line -> line.startsWith("Exec="))
                .map(line -> line.substring("Exec=/opt/virdi-console/bin/virdi-console".length())
                        .strip())
                .toList();

        assertThat(starts).containsExactly("--from-menu", "--from-menu --demo --port 0", "--from-menu --headless");
        for (String arguments : starts) {
            CommandLine parser = new Options().parser();
            parser.parseArgs(arguments.split(" "));
            assertThat(parser.getUnmatchedArguments()).isEmpty();
        }
    }

    @Test
    void descriptionTellsOfThisVersionAndOfTheMenuEntry() throws Exception {
        assertThat(Files.readString(DESCRIPTION))
                .contains("<release version=\"" + ProgramVersion.number() + "\"")
                .contains("<launchable type=\"desktop-id\">" + ENTRY.getFileName() + "</launchable>");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void iconsHaveTheSizeOfTheirFolder(int size) throws Exception {
        var icon = ImageIO.read(ICONS.resolve(size + "/virdi-console.png").toFile());

        assertThat(icon.getWidth()).isEqualTo(size);
        assertThat(icon.getHeight()).isEqualTo(size);
        // A corner lets the panel through, the middle does not.
        assertThat(icon.getRGB(0, 0) >>> 24).isZero();
        assertThat(icon.getRGB(size / 2, size / 2) >>> 24).isEqualTo(255);
    }

    @Test
    void iconOfWindowsHoldsAllItsPictures() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("virdi-console.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);

        int pictures = file.getShort(4);
        assertThat(pictures).isEqualTo(7);
        for (int i = 0; i < pictures; i++) {
            int entry = 6 + 16 * i;
            int size = file.get(entry) == 0 ? 256 : Byte.toUnsignedInt(file.get(entry));
            assertThat(width(file, file.getInt(entry + 12), file.getInt(entry + 8)))
                    .isEqualTo(size);
        }
    }

    @Test
    void iconOfMacOsHoldsAllItsPictures() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("virdi-console.icns")));

        assertThat(new String(file.array(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        int pictures = 0;
        for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            assertThat(width(file, at + 8, file.getInt(at + 4) - 8)).isBetween(16, 1024);
            pictures++;
        }
        assertThat(pictures).isEqualTo(10);
    }

    private static int width(ByteBuffer file, int offset, int length) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.array(), offset, length))
                .getWidth();
    }

    private static void validate(String... command) throws Exception {
        assumeTrue(
                Programs.found(command[0]), "no " + command[0] + " is at hand (Debian: appstream, desktop-file-utils)");
        Process asked = Programs.start(Path.of("."), command);
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).as(said).isZero();
    }
}
