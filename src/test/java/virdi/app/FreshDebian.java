package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Debian with nothing on it but itself, on which packages come and go, and one plain user. It is a folder that debootstrap
 * fills from where this machine's apt takes its packages; or, where no such folder is to be had, this machine itself, which
 * may have what a package forgot to ask for.
 *
 * <p>Each command in the folder has mounts of its own, which the kernel takes away when it ends: nothing is left to unmount,
 * whatever becomes of a test. One thread.
 */
final class FreshDebian implements AutoCloseable {
    static final String USER = "virdi-trial";

    private static final Path THIS_MACHINE = Path.of("/");
    private static final String HOME = "/home/" + USER;
    private static final Duration LONGEST = Duration.ofMinutes(8);

    /** Becomes somebody in a root folder, with an environment of its own. Arguments: root, archives, user, command. */
    private static final String ENTER = """
            root=$1 archives=$2 user=$3
            shift 3
            if [ "$root" != / ]; then
              mount -t proc proc "$root/proc"
              mount --bind "$archives" "$root/var/cache/apt/archives"
              mkdir -p -m 1777 "$root/tmp/.X11-unix"
              if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; fi
            fi
            exec chroot --userspec="$user:$user" "$root" env -i LANG=C.UTF-8 \
                PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
            """;

    private final Path folder;
    private final Path root;

    private FreshDebian(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    /** One in a folder below the given one, which also keeps what makes the next one quick; else this machine. */
    static FreshDebian in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("archives/partial"));
        assertThat(output(List.of("id", "-u")))
                .as("who runs this; to install packages takes root, as in a container")
                .isEqualTo("0\n");
        FreshDebian fresh = new FreshDebian(folder, folder.resolve("root"));
        try {
            fresh.fill();
            return fresh;
        } catch (NotToBeHad e) {
            System.out.println("No fresh Debian in a folder: " + e.getMessage());
            System.out.println("This machine is taken instead; what is installed here may hide a missing dependency.");
            fresh.empty();
        }
        FreshDebian machine = new FreshDebian(folder, THIS_MACHINE);
        assertThat(machine.at("/opt/virdi-console"))
                .as("a console that somebody has installed here, and would lose")
                .doesNotExist();
        machine.addUser();
        return machine;
    }

    private void fill() throws IOException, InterruptedException, NotToBeHad {
        empty();
        Path kept = folder.resolve(release() + ".tar");
        Files.createDirectories(root);
        if (Files.exists(kept)) {
            run("tar", "--extract", "--numeric-owner", "--file", kept.toString(), "--directory", root.toString());
        } else {
            make();
            Path whole = folder.resolve("unfinished.tar");
            run("tar", "--create", "--numeric-owner", "--file", whole.toString(), "--directory", root.toString(), ".");
            Files.move(whole, kept);
        }
        asRoot("apt-get", "update", "-q");
    }

    private void make() throws IOException, InterruptedException, NotToBeHad {
        tried("mounting is not permitted", "unshare", "--mount", "--propagation", "private", "true");
        tried("debootstrap is not installed", "debootstrap", "--version");
        tried("debootstrap failed", "debootstrap", "--variant=minbase", release(), root.toString(), mirror());
        // Whatever this machine needs to reach its mirror, the folder needs too.
        Files.writeString(at("/etc/apt/apt.conf.d/99as-outside"), run("apt-config", "dump", "Acquire"));
        // The folder is thrown away: nothing in it has to survive a power failure.
        Files.writeString(at("/etc/dpkg/dpkg.cfg.d/throw-away"), "force-unsafe-io\n");
        addUser();
    }

    private void addUser() throws IOException, InterruptedException {
        asRoot("useradd", "--create-home", USER);
    }

    /** Where apt takes the main part of this machine's release from. */
    private static String mirror() throws IOException, InterruptedException, NotToBeHad {
        String wanted = release() + " main ";
        return output(List.of("apt-get", "indextargets", "--format", "$(RELEASE) $(COMPONENT) $(REPO_URI)"))
                .lines()
                .filter(line -> line.startsWith(wanted))
                .map(line -> line.substring(wanted.length()))
                .findFirst()
                .orElseThrow(() -> new NotToBeHad("apt has no mirror of " + wanted.strip()));
    }

    private static String release() throws IOException {
        return Files.readAllLines(Path.of("/etc/os-release")).stream()
                .filter(line -> line.startsWith("VERSION_CODENAME="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Whether packages find here what they forgot to ask for. */
    boolean isThisMachine() {
        return root.equals(THIS_MACHINE);
    }

    /** Something on it, seen from outside. */
    Path at(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** Whether there is something, be it a link into nowhere. */
    boolean has(String absolute) {
        return Files.exists(at(absolute), LinkOption.NOFOLLOW_LINKS);
    }

    /** The home of the plain user, seen from outside. */
    Path home() {
        return at(HOME);
    }

    /** Copies a package to where commands on it find it, and returns where. */
    String bring(Path deb) throws IOException {
        String inside = "/tmp/" + deb.getFileName();
        Files.copy(deb, at(inside), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return inside;
    }

    /** Runs a command that has to succeed, and returns what it printed. */
    String asRoot(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("HOME=/root", "DEBIAN_FRONTEND=noninteractive"));
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("(?i)(https?|no)_proxy")) {
                all.add(variable.getKey() + "=" + variable.getValue());
            }
        }
        all.addAll(Arrays.asList(command));
        return output(as("root", all));
    }

    /** Runs a command of the plain user that has to succeed, and returns what it printed. */
    String asUser(String... command) throws IOException, InterruptedException {
        return output(as(USER, user(command)));
    }

    /** Starts a program of the plain user; before its name may stand variables of its environment. */
    ProgramRun start(String... command) throws IOException {
        return ProgramRun.start(folder, as(USER, user(command)));
    }

    private static List<String> user(String... command) {
        List<String> all = new ArrayList<>(List.of("HOME=" + HOME));
        all.addAll(Arrays.asList(command));
        return all;
    }

    private List<String> as(String user, List<String> command) {
        List<String> all = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (isThisMachine()) {
            all.clear();
        }
        Path archives = folder.resolve("archives").toAbsolutePath();
        all.addAll(List.of("sh", "-e", "-c", ENTER, "enter", root.toString(), archives.toString(), user));
        all.addAll(command);
        return all;
    }

    /** Runs a command of this machine that has to succeed, and returns what it printed. */
    static String run(String... command) throws IOException, InterruptedException {
        return output(List.of(command));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            int code = code(command, said);
            assertThat(code)
                    .as(() -> String.join(" ", command) + " said:\n" + read(said))
                    .isZero();
            return read(said);
        } finally {
            Files.delete(said);
        }
    }

    private static void tried(String otherwise, String... command)
            throws IOException, InterruptedException, NotToBeHad {
        Path said = Files.createTempFile("said", ".txt");
        try {
            if (code(List.of(command), said) != 0) {
                throw new NotToBeHad(otherwise + ": " + read(said));
            }
        } catch (IOException e) {
            throw new NotToBeHad(otherwise);
        } finally {
            Files.delete(said);
        }
    }

    private static int code(List<String> command, Path said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> String.join(" ", command) + " ended; it said:\n" + read(said))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void empty() throws IOException, InterruptedException {
        run("rm", "--recursive", "--force", "--one-file-system", root.toString());
    }

    /** Throws the folder away; on this machine, the plain user and what was tried. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (isThisMachine()) {
            asRoot("dpkg", "--purge", "virdi-console");
            asRoot("userdel", "--remove", USER);
        } else {
            empty();
        }
    }

    /** Why there is no fresh Debian in a folder. */
    private static final class NotToBeHad extends Exception {
        private static final long serialVersionUID = 1;

        NotToBeHad(String reason) {
            super(reason);
        }
    }
}
