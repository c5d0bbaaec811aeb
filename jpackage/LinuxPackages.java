import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The packages of Linux, all of one tree that is laid out once as it will stand on the system. jpackage would make them
 * too, but puts nothing outside of the program's own folder, and leaves links and menu entries to scripts: here every file
 * is the package's own, so that it needs no script at all. What a desktop does with menu entries, icons and manual pages
 * when some come or go, its own triggers do.
 */
final class LinuxPackages {
    private static final String NAME = "virdi-console";

    /** Those that the theme hicolor has folders for. */
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private final Build build;
    private final Path tree;
    private final Libraries libraries;
    private final Map<String, String> environment;

    /** @param image the installed program */
    LinuxPackages(Build build, Path image) throws IOException {
        this.build = build;
        tree = build.work().resolve("tree");
        libraries = new Libraries(image, build.source().resolve("linux/libraries"));
        // What all three packers date files with, and themselves; and one thread each, since the number of them shows
        // in
        // what is packed.
        environment = Map.of(
                "SOURCE_DATE_EPOCH",
                build.epoch(),
                "LC_ALL",
                "C",
                "TZ",
                "UTC",
                "XZ_DEFAULTS",
                "--threads=1",
                "DPKG_DEB_THREADS_MAX",
                "1");
        layOut(image);
    }

    private void layOut(Path image) throws IOException {
        Path program = tree.resolve("opt").resolve(NAME);
        for (Path from : Shell.tree(image).reversed()) {
            Path to = program.resolve(image.relativize(from).toString());
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve(NAME), Path.of("/opt", NAME, "bin", NAME));

        Path share = tree.resolve("usr/share");
        Path linux = build.source().resolve("linux");
        Path generated = build.target().resolve("generated-docs");
        for (Path file : Shell.list(linux)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".desktop")) {
                copy(file, share.resolve("applications").resolve(name));
            } else if (name.endsWith(".metainfo.xml")) {
                copy(file, share.resolve("metainfo").resolve(name));
            }
        }
        pack(generated.resolve(NAME + ".1"), share.resolve("man/man1").resolve(NAME + ".1.gz"));
        copy(
                generated.resolve(NAME + ".bash"),
                share.resolve("bash-completion/completions").resolve(NAME));
        Path icons = build.target().resolve("icons");
        for (int size : ICON_SIZES) {
            String square = size + "x" + size;
            copy(
                    icons.resolve(String.valueOf(size)).resolve(NAME + ".png"),
                    share.resolve("icons/hicolor")
                            .resolve(square)
                            .resolve("apps")
                            .resolve(NAME + ".png"));
        }
        Path project = build.source().toAbsolutePath().getParent();
        copy(
                project.resolve("assets/icon.svg"),
                share.resolve("icons/hicolor/scalable/apps").resolve(NAME + ".svg"));
        Path doc = share.resolve("doc").resolve(NAME);
        copy(linux.resolve("copyright"), doc.resolve("copyright"));
        pack(project.resolve("CHANGELOG.md"), doc.resolve("changelog.gz"));
        copyNotices(build.program().getParent().getParent(), doc);
        normalise(tree);
    }

    /** The notices of third parties, their list, and the texts of the licences. */
    private static void copyNotices(Path from, Path doc) throws IOException {
        copy(from.resolve("NOTICE"), doc.resolve("NOTICE"));
        copy(from.resolve("THIRD-PARTY.txt"), doc.resolve("THIRD-PARTY.txt"));
        Path licences = from.resolve("licences");
        if (Files.isDirectory(licences)) {
            for (Path licence : Shell.list(licences)) {
                copy(licence, doc.resolve("licences").resolve(licence.getFileName()));
            }
        }
    }

    /** Nothing where the file is not there: what makes it may be left out of a build. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        }
    }

    private static void pack(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            var bytes = new ByteArrayOutputStream();
            try (var packer = new GZIPOutputStream(bytes)) {
                packer.write(Files.readAllBytes(from));
            }
            Files.createDirectories(to.getParent());
            Files.write(to, bytes.toByteArray());
        }
    }

    /** Rights and dates that do not depend on who builds. */
    private void normalise(Path folder) throws IOException {
        for (Path each : Shell.tree(folder)) {
            if (Files.isSymbolicLink(each)) {
                continue;
            }
            boolean all = Files.isDirectory(each) || Files.isExecutable(each) && isProgram(each);
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(all ? "rwxr-xr-x" : "rw-r--r--"));
        }
        Shell.date(folder, build.time());
    }

    private static boolean isProgram(Path file) {
        String name = file.getFileName().toString();
        return name.equals(NAME) || name.equals("jspawnhelper") || name.equals("jexec");
    }

    /** The portable folder; runs from wherever it is unpacked. */
    Path tarball() throws IOException {
        Path packed = build.installers().resolve(NAME + "-" + build.version() + "-linux-" + machine() + ".tar.xz");
        Shell.run(
                environment,
                "tar",
                "--create",
                "--xz",
                "--file",
                packed.toString(),
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--mtime=@" + build.epoch(),
                "--directory",
                tree.resolve("opt").toString(),
                NAME);
        return packed;
    }

    Path deb() throws IOException {
        String architecture = machine().equals("aarch64") ? "arm64" : "amd64";
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.writeString(control.resolve("md5sums"), sums());
        Files.writeString(
                control.resolve("control"),
                Shell.fill(
                        build.source().resolve("linux/control"),
                        Map.of(
                                "version", build.version(),
                                "architecture", architecture,
                                "installed", String.valueOf(installedKilobytes()),
                                "depends", libraries.debian("needs"),
                                "recommends", libraries.debian("better"))));
        normalise(control);
        Path packed = build.installers().resolve(NAME + "_" + build.version() + "_" + architecture + ".deb");
        Shell.run(environment, "dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree.toString(), packed.toString());
        Shell.delete(control);
        return packed;
    }

    /** Where there is no rpmbuild the caller does without. */
    Path rpm() throws IOException {
        Path top = Files.createDirectories(build.work().resolve("rpm"));
        List<String> requires = new ArrayList<>();
        libraries.rpm("needs").forEach(library -> requires.add("Requires: " + library));
        libraries.rpm("better").forEach(library -> requires.add("Recommends: " + library));
        List<String> files = new ArrayList<>(List.of("/opt/" + NAME));
        for (Path file : Shell.tree(tree.resolve("usr")).reversed()) {
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                files.add("/" + tree.relativize(file));
            }
        }
        Path spec = top.resolve(NAME + ".spec");
        Files.writeString(
                spec,
                Shell.fill(
                        build.source().resolve("linux/" + NAME + ".spec"),
                        Map.of("requires", String.join("\n", requires), "files", String.join("\n", files))));
        Shell.run(
                environment,
                "rpmbuild",
                "-bb",
                "--quiet",
                "--target",
                machine(),
                "--define",
                "_topdir " + top,
                "--define",
                "product_version " + build.version(),
                "--define",
                "product_tree " + tree,
                spec.toString());
        Path made = Shell.list(top.resolve("RPMS").resolve(machine())).getFirst();
        return Files.move(made, build.installers().resolve(made.getFileName()));
    }

    /** Writes a line for each file of the packages, for {@code compare-builds}. */
    void manifest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : Shell.tree(tree)) {
            String what = Files.isSymbolicLink(file)
                    ? "-> " + Files.readSymbolicLink(file)
                    : Files.isDirectory(file) ? "folder" : digest("SHA-256", file);
            lines.add("/" + tree.relativize(file) + " " + what);
        }
        Collections.sort(lines);
        Files.write(build.installers().resolve("contents.txt"), lines);
    }

    /** The installed size that dpkg shows, in kilobytes: that of all files, and one for each folder. */
    long installedKilobytes() throws IOException {
        long kilobytes = 0;
        for (Path file : Shell.tree(tree)) {
            boolean counted =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.startsWith(tree.resolve("DEBIAN"));
            kilobytes += counted ? (Files.size(file) + 1023) / 1024 : 1;
        }
        return kilobytes;
    }

    private String sums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : Shell.tree(tree).reversed()) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.startsWith(tree.resolve("DEBIAN"))) {
                sums.append(digest("MD5", file))
                        .append("  ")
                        .append(tree.relativize(file))
                        .append('\n');
            }
        }
        return sums.toString();
    }

    private static String digest(String algorithm, Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}
