import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the installers of the platform it runs on; {@code mvn -Pinstaller package} runs it on the JDK that the runtime is
 * made of. See README.md beside this file.
 */
final class Installers {
    private static final int LARGEST_DEB = 75_000_000;
    private static final int LARGEST_INSTALLED = 170_000_000;

    private Installers() {}

    /**
     * @param arguments version, time that all is dated with, folder of the project, class path, and which of {@code deb},
     *     {@code rpm} and {@code tar} to make on Linux
     */
    public static void main(String[] arguments) throws IOException {
        Build build = Build.of(arguments[0], arguments[1], arguments[2], arguments[3]);
        Shell.delete(build.work());
        Shell.delete(build.installers());
        Files.createDirectories(build.work());
        Files.createDirectories(build.installers());
        Path image = new AppImage(build).make();
        if (build.linux()) {
            linux(build, image, Set.of(arguments[4].split(",")));
        } else {
            other(build, image);
        }
    }

    private static void linux(Build build, Path image, Set<String> kinds) throws IOException {
        var packages = new LinuxPackages(build, image);
        packages.manifest();
        long installed = packages.installedKilobytes() * 1024;
        System.out.println(megabytes(installed) + "  installed");
        hold("What is installed", installed, LARGEST_INSTALLED);

        // Each takes a processor a minute, to compress the same files.
        List<Packer> packers = new ArrayList<>();
        if (kinds.contains("tar")) {
            packers.add(packages::tarball);
        }
        if (kinds.contains("deb")) {
            Shell.need(
                    "dpkg-deb",
                    "No .deb can be made here: install dpkg, or ask for others by -Dvirdi.installers=rpm,tar");
            packers.add(packages::deb);
        }
        if (kinds.contains("rpm") && Shell.has("rpmbuild")) {
            packers.add(packages::rpm);
        } else if (kinds.contains("rpm")) {
            System.out.println("No .rpm: there is no rpmbuild here (Debian's package rpm).");
        }
        for (Path made : atOnce(packers)) {
            tell(made);
            if (made.toString().endsWith(".deb")) {
                hold(made.getFileName().toString(), Files.size(made), LARGEST_DEB);
            }
        }
    }

    /** Makes one installer. */
    @FunctionalInterface
    private interface Packer {
        Path pack() throws IOException;
    }

    private static List<Path> atOnce(List<Packer> packers) throws IOException {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Path>> running =
                    packers.stream().map(packer -> threads.submit(packer::pack)).toList();
            List<Path> made = new ArrayList<>();
            for (Future<Path> each : running) {
                made.add(each.get());
            }
            return made;
        } catch (ExecutionException e) {
            throw new IOException("an installer could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Windows and macOS: jpackage packs the trained image with the options of the platform's folder. */
    private static void other(Build build, Path image) throws IOException {
        Path folder = build.source().resolve(build.windows() ? "windows" : "macos");
        List<String> command = new ArrayList<>(List.of(
                Shell.jdk("jpackage"),
                "@" + folder.resolve("jpackage.options"),
                "--app-image",
                image.toString(),
                "--name",
                "virdi-console",
                "--app-version",
                build.version(),
                "--description",
                "Virdi Console",
                "--vendor",
                "Virdi",
                "--resource-dir",
                folder.toString(),
                "--dest",
                build.installers().toString()));
        Shell.run(Map.of("SOURCE_DATE_EPOCH", build.epoch()), command);
        for (Path made : Shell.list(build.installers())) {
            tell(made);
        }
    }

    private static void hold(String what, long bytes, long most) throws IOException {
        if (bytes > most) {
            throw new IOException(
                    what + " has " + megabytes(bytes) + ", more than the " + megabytes(most) + " it may have");
        }
    }

    private static void tell(Path file) throws IOException {
        System.out.println(megabytes(Files.size(file)) + "  " + file);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
