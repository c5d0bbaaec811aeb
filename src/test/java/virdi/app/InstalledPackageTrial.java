package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The life of the {@code .deb} on a Debian that has nothing else: installed, used by a plain user with a window and without,
 * removed, upgraded, purged. One story in steps, each of which begins where the one before it ended.
 *
 * <p>Not among the tests of every build, since it takes root and an installer: {@code mvn -Pinstaller,installed -DskipTests
 * verify}. Leaves a picture of the window in {@code target/installed/window.png}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InstalledPackageTrial {
    private static final String NAME = "virdi-console";
    private static final Path FOLDER = Path.of("target", "installed").toAbsolutePath();
    private static final Path CLIENT = Path.of("src", "test", "python", "virdi_client.py");
    private static final Pattern PORT = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    /** As large as a new window is, in the middle of a screen that is larger by a margin. */
    private static final Rectangle WINDOW = new Rectangle(50, 50, 1600, 1000);

    /** SoftwareRendering by the graphics card, which packages recommend but do not need. */
    private static final List<String> DONE_WITHOUT = List.of("libGL.so.1", "libXxf86vm.so.1");

    /** Of /opt nothing is left either, where nobody else has put something there. */
    private static final String WHATEVER_HAS_ITS_NAME =
            "find /etc /usr /var $(ls -d /opt 2>&-) -xdev -name '*virdi-console*'";

    private static final int KEPT = 40;
    private static final String LEFT_BY_OLDER = "/opt/virdi-console/lib/app/of-an-older-version.jar";

    private FreshDebian debian;
    private Path deb;
    private long stepNanos;

    @BeforeAll
    void makeADebian() throws IOException, InterruptedException {
        stepNanos = System.nanoTime();
        deb = builtPackage();
        debian = FreshDebian.in(FOLDER);
        tellTime("a fresh Debian");
    }

    @AfterAll
    void throwItAway() throws IOException, InterruptedException {
        if (debian != null) {
            debian.close();
        }
    }

    @BeforeEach
    void startTheClock() {
        stepNanos = System.nanoTime();
    }

    @AfterEach
    void tellTime(TestInfo step) {
        tellTime(step.getDisplayName());
    }

    private void tellTime(String what) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - stepNanos) / 1e9, what);
    }

    @Test
    @Order(1)
    void installsWithNothingButWhatItAsksFor() throws Exception {
        debian.asRoot("apt-get", "install", "-q", "-y", "--no-install-recommends", debian.bring(deb));

        assertThat(state()).isEqualTo("install ok installed " + version(deb));
        assertThat(debian.asRoot("dpkg", "--audit")).isEmpty();
        assertThat(debian.asRoot("dpkg", "--verify", NAME))
                .as("files that differ")
                .isEmpty();
    }

    @Test
    @Order(2)
    void nativeCodeFindsAllItIsLinkedTo() throws Exception {
        String runtime = "/opt/virdi-console/lib/runtime/lib";
        String linked = debian.asUser(
                "LD_LIBRARY_PATH=" + runtime + ":" + runtime + "/server",
                "find",
                "/opt/virdi-console",
                "-name",
                "*.so",
                "-exec",
                "ldd",
                "{}",
                "+");

        assertThat(linked).contains("libgtk-3.so.0 => /");
        assertThat(linked.lines()
                        .filter(line -> line.contains("not found"))
                        .map(line -> line.strip().split(" ", 2)[0])
                        .filter(library -> !DONE_WITHOUT.contains(library)))
                .as("libraries of packages that it does not ask for")
                .isEmpty();
    }

    @Test
    @Order(3)
    void desktopShellAndManualFindIt() throws Exception {
        List<String> places = new ArrayList<>(List.of(
                "applications/virdi-console.desktop",
                "man/man1/virdi-console.1.gz",
                "bash-completion/completions/virdi-console",
                "icons/hicolor/scalable/apps/virdi-console.svg",
                "doc/virdi-console/copyright"));
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
            places.add("icons/hicolor/" + size + "x" + size + "/apps/virdi-console.png");
        }
        assertThat(places)
                .allSatisfy(place -> assertThat(debian.at("/usr/share/" + place))
                        .isRegularFile()
                        .isNotEmptyFile());
        assertThat(installedFiles()).anyMatch(file -> file.matches("/usr/share/metainfo/.+\\.metainfo\\.xml"));

        Path entry = debian.at("/usr/share/applications/virdi-console.desktop");
        assertThat(Files.readAllLines(entry).stream()
                        .filter(line -> line.matches("(Try)?Exec=.*"))
                        .map(line -> line.substring(line.indexOf('=') + 1).split(" ", 2)[0]))
                .isNotEmpty()
                .allSatisfy(program -> debian.asUser("sh", "-c", "command -v \"$0\"", program));
        assertThat(debian.asUser(
                        "bash",
                        "-c",
                        ". /usr/share/bash-completion/completions/virdi-console; complete -p virdi-console"))
                .contains("virdi-console");
        assertThat(debian.asUser(NAME, "--version")).contains(version(deb));
    }

    @Test
    @Order(4)
    void windowShowsTheDemoAndClientsAreServed() throws Exception {
        try (VirtualScreen screen =
                        VirtualScreen.start(FOLDER, WINDOW.width + 2 * WINDOW.x, WINDOW.height + 2 * WINDOW.y);
                ProgramRun run = debian.start("DISPLAY=" + screen.display(), NAME, "--demo", "--port", "0")) {
            try (SocketClient client = new SocketClient(port(run), "trial")) {
                client.produce("gold", KEPT).awaitEnd();
                client.consume("trial-1", "gold", 60).awaitMessages(1);
            }
            await("a window that is not blank").atMost(Duration.ofSeconds(30)).until(() -> isDrawn(screen.picture()));
            BufferedImage first = screen.picture();
            ImageIO.write(first, "png", FOLDER.resolve("window.png").toFile());
            await("a window that is alive")
                    .atMost(PROMPTLY)
                    .until(() -> !VirtualScreen.colours(screen.picture()).equals(VirtualScreen.colours(first)));
            endsInOrder(run);
        }
        assertThat(filesOf(debian.home().resolve(".local/share/virdi-console"))).isNotEmpty();
        assertThat(filesOf(debian.home()).keySet())
                .as("files elsewhere in the user's home")
                .allMatch(file -> file.startsWith(".local/share/virdi-console/") || isOfNewUsers(file));
    }

    @Test
    @Order(5)
    void clientOfAnotherLanguageIsServedWithoutAWindow() throws Exception {
        try (ProgramRun run = serve("--set", "resources.capacity=100")) {
            String endpoint = "127.0.0.1:" + port(run);
            assertThat(FreshDebian.run(Programs.python(), CLIENT.toString(), endpoint))
                    .endsWith("all steps done\n");
            endsInOrder(run);
        }
    }

    @Test
    @Order(6)
    void removalLeavesNothingButWhatUsersHave() throws Exception {
        try (ProgramRun run = serve();
                SocketClient client = new SocketClient(port(run), "trial")) {
            client.produce("kept", KEPT).awaitEnd();
            endsInOrder(run);
        }
        goesAndLeavesOnlyUserData("--remove");
    }

    @Test
    @Order(7)
    void newVersionTakesThePlaceOfAnOlderOne() throws Exception {
        Path older = olderVersion();
        debian.asRoot("dpkg", "--install", debian.bring(older));
        assertThat(state()).isEqualTo("install ok installed " + version(older));
        assertThat(debian.has(LEFT_BY_OLDER)).isTrue();
        try (ProgramRun run = serve()) {
            port(run);
            endsInOrder(run);
        }
        SortedMap<String, String> data = filesOf(debian.home());

        debian.asRoot("dpkg", "--install", debian.bring(deb));

        assertThat(state()).isEqualTo("install ok installed " + version(deb));
        assertThat(debian.asRoot("dpkg", "--audit")).isEmpty();
        assertThat(debian.has(LEFT_BY_OLDER))
                .as("what only the older version had")
                .isFalse();
        assertThat(filesOf(debian.home())).isEqualTo(data);
        try (ProgramRun run = serve();
                SocketClient client = new SocketClient(port(run), "trial")) {
            var deliveries = client.consume("trial-1", "kept", 6_000).messages();
            await("the units of before the upgrade")
                    .atMost(PROMPTLY)
                    .until(() -> deliveries.stream()
                                    .mapToInt(each -> each.getAmount())
                                    .sum()
                            == KEPT);
            endsInOrder(run);
        }
    }

    @Test
    @Order(8)
    void purgeLeavesWhatUsersHave() throws Exception {
        goesAndLeavesOnlyUserData("--purge");
    }

    private void goesAndLeavesOnlyUserData(String how) throws IOException, InterruptedException {
        SortedMap<String, String> data = filesOf(debian.home());
        assertThat(data).containsKey(".local/share/virdi-console/virdi.mv.db");
        List<String> files = installedFiles();
        assertThat(files).contains("/usr/bin/virdi-console", "/opt/virdi-console/bin/virdi-console");

        debian.asRoot("dpkg", how, NAME);

        assertThat(files).allSatisfy(file -> {
            if (debian.has(file)) {
                assertThat(debian.at(file)).as("what is left").isDirectory();
                debian.asRoot("dpkg", "--search", file);
            }
        });
        assertThat(debian.asRoot("sh", "-c", WHATEVER_HAS_ITS_NAME)).isEmpty();
        assertThat(debian.asRoot("dpkg", "--audit")).isEmpty();
        assertThat(debian.asRoot("dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Abbrev}\n"))
                .doesNotContain(NAME);
        assertThat(filesOf(debian.home())).isEqualTo(data);
    }

    private ProgramRun serve(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(NAME, "--headless", "--port", "0"));
        Collections.addAll(command, more);
        return debian.start(command.toArray(String[]::new));
    }

    private static int port(ProgramRun run) {
        Matcher listening = PORT.matcher(run.awaitOutput("listening on").out());
        assertThat(listening.find()).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    private static void endsInOrder(ProgramRun run) throws InterruptedException {
        long asked = System.nanoTime();
        assertThat(run.terminate().exitCode()).as(run.out() + run.err()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROMPTLY);
        assertThat(run.out() + run.err())
                .contains("stopped")
                .doesNotContain("ERROR", "WARN", "Exception", "[warning]", "WARNING:");
    }

    /** Whether the whole window is there, and is more than a frame with a bar. */
    private static boolean isDrawn(BufferedImage picture) {
        if (!VirtualScreen.shown(picture).equals(WINDOW)) {
            return false;
        }
        Collection<Integer> colours = VirtualScreen.colours(
                        picture.getSubimage(WINDOW.x, WINDOW.y, WINDOW.width, WINDOW.height))
                .values();
        return colours.size() > 200 && Collections.max(colours) < WINDOW.width * WINDOW.height * 0.9;
    }

    private static Path builtPackage() throws IOException {
        Path installers = Path.of("target", "installer");
        assertThat(installers).as("what mvn -Pinstaller package makes").isDirectory();
        try (Stream<Path> all = Files.list(installers)) {
            List<Path> debs =
                    all.filter(file -> file.toString().endsWith(".deb")).toList();
            assertThat(debs).hasSize(1);
            return debs.getFirst().toAbsolutePath();
        }
    }

    /** The same package with a lower version, and with a file that has since been given up. */
    private Path olderVersion() throws IOException, InterruptedException {
        Path tree = FOLDER.resolve("older");
        FreshDebian.run("rm", "-rf", tree.toString());
        FreshDebian.run("dpkg-deb", "--raw-extract", deb.toString(), tree.toString());
        Path control = tree.resolve("DEBIAN/control");
        String newer = "\nVersion: " + version(deb) + "\n";
        assertThat(control).content().contains(newer);
        Files.writeString(control, Files.readString(control).replace(newer, "\nVersion: 0.0.1\n"));
        Files.writeString(tree.resolve(LEFT_BY_OLDER.substring(1)), "");
        Path older = FOLDER.resolve("virdi-console_0.0.1.deb");
        FreshDebian.run("dpkg-deb", "-Znone", "--root-owner-group", "--build", tree.toString(), older.toString());
        FreshDebian.run("rm", "-rf", tree.toString());
        return older;
    }

    private static String version(Path deb) throws IOException, InterruptedException {
        return FreshDebian.run("dpkg-deb", "--field", deb.toString(), "Version").strip();
    }

    private String state() throws IOException, InterruptedException {
        return debian.asRoot("dpkg-query", "--show", "--showformat", "${Status} ${Version}", NAME);
    }

    private List<String> installedFiles() throws IOException, InterruptedException {
        return debian.asRoot("dpkg", "--listfiles", NAME)
                .lines()
                .filter(file -> !file.equals("/."))
                .toList();
    }

    /** The files of a new user. */
    private static boolean isOfNewUsers(String file) {
        return List.of(".bash_logout", ".bashrc", ".profile").contains(file);
    }

    /** All files of a folder by their names in it, each with its bytes as a number. */
    private static SortedMap<String, String> filesOf(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(folder.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
