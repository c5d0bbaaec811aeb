import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the installers of the platform it runs on; {@code mvn -Pinstaller package} runs it on the JDK that the runtime is
 * made of. See README.md beside this file.
 */
final class Installers {
    private static final int LARGEST_DEB = 75_000_000;
    private static final int LARGEST_INSTALLED = 170_000_000;

    private Installers() {}

    /** @param arguments version, time that all is dated with, folder of the project */
    public static void main(String[] arguments) throws IOException {
        Build build = Build.of(arguments[0], arguments[1], arguments[2]);
        Shell.delete(build.work());
        Shell.delete(build.installers());
        Files.createDirectories(build.work());
        Files.createDirectories(build.installers());
        Path image = new AppImage(build).make();
        if (build.linux()) {
            linux(build, image);
        } else {
            other(build, image);
        }
    }

    private static void linux(Build build, Path image) throws IOException {
        var packages = new LinuxPackages(build, image);
        packages.manifest();
        long installed = packages.installedKilobytes() * 1024;
        tell(packages.tarball());
        if (Shell.has("dpkg-deb")) {
            Path deb = packages.deb();
            tell(deb);
            hold(deb.getFileName().toString(), Files.size(deb), LARGEST_DEB);
        } else {
            System.out.println("No .deb: there is no dpkg-deb here (Debian's package dpkg).");
        }
        if (Shell.has("rpmbuild")) {
            tell(packages.rpm());
        } else {
            System.out.println("No .rpm: there is no rpmbuild here (Debian's package rpm).");
        }
        System.out.println(megabytes(installed) + "  installed");
        hold("What is installed", installed, LARGEST_INSTALLED);
    }

    /** Windows and macOS: jpackage packs the trained image with the options of the platform's folder. */
    private static void other(Build build, Path image) throws IOException {
        Path folder = build.source().resolve(build.windows() ? "windows" : "macos");
        List<String> command = new ArrayList<>(List.of(
                Shell.jdk("jpackage"), "@" + folder.resolve("jpackage.options"),
                "--app-image", image.toString(), "--name", "virdi-console", "--app-version", build.version(),
                "--description", "Virdi Console", "--vendor", "Virdi",
                "--resource-dir", folder.toString(), "--dest", build.installers().toString()));
        Shell.run(Map.of("SOURCE_DATE_EPOCH", build.epoch()), command);
        for (Path made : Shell.list(build.installers())) {
            tell(made);
        }
    }

    private static void hold(String what, long bytes, long most) throws IOException {
        if (bytes > most) {
            throw new IOException(what + " has " + megabytes(bytes) + ", more than the " + megabytes(most) + " it may have");
        }
    }

    private static void tell(Path file) throws IOException {
        System.out.println(megabytes(Files.size(file)) + "  " + file);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
