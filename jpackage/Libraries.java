import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the system libraries that an installed program needs, by a look into its native code: names of libraries stand in it as
 * plain text, those it is linked to and those it opens later alike.
 */
final class Libraries {
    private static final Pattern LIBRARY = Pattern.compile("\0((?:lib|ld-)[A-Za-z0-9_+.-]*\\.so\\.[0-9]+)(?=\0)");
    private static final Pattern C_LIBRARY = Pattern.compile("\0GLIBC_([0-9]+)\\.([0-9]+)(?:\\.[0-9]+)?(?=\0)");

    private record Line(String need, String library, String debian) {
        static Line of(String text) {
            String[] words = text.split("\\s+", 3);
            return new Line(words[0], words[1], words.length > 2 ? words[2] : "");
        }
    }

    private final Map<String, Line> used = new LinkedHashMap<>();
    private final int minorOfC;

    /**
     * @param image the installed program
     * @param list of libraries and the packages they are in
     */
    Libraries(Path image, Path list) throws IOException {
        Set<String> wanted = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        int minor = 0;
        for (Path file : Shell.tree(image)) {
            if (!Files.isRegularFile(file) || !isNative(file)) {
                continue;
            }
            own.add(file.getFileName().toString());
            String text = "\0" + Files.readString(file, StandardCharsets.ISO_8859_1);
            for (Matcher found = LIBRARY.matcher(text); found.find(); ) {
                wanted.add(found.group(1));
            }
            for (Matcher found = C_LIBRARY.matcher(text); found.find(); ) {
                minor = Math.max(minor, Integer.parseInt(found.group(2)));
            }
        }
        minorOfC = minor;
        wanted.removeAll(own);
        Set<String> unknown = new TreeSet<>(wanted);
        for (String text : Shell.lines(list)) {
            Line line = Line.of(text);
            if (wanted.contains(line.library())) {
                used.put(line.library(), line);
            }
            unknown.remove(line.library());
        }
        if (!unknown.isEmpty()) {
            throw new IOException("Native code wants libraries that " + list + " does not list: " + unknown);
        }
    }

    /** Debian's packages, {@code needs} or {@code better}, as control files list them. */
    String debian(String need) {
        Set<String> packages = new LinkedHashSet<>();
        for (Line line : used.values()) {
            if (line.need().equals(need)) {
                packages.add(line.library().equals("libc.so.6") ? "libc6 (>= 2." + minorOfC + ")" : line.debian());
            }
        }
        return String.join(", ", packages);
    }

    /** The libraries that RPM packages provide: by their names, which are the same in each distribution. */
    List<String> rpm(String need) {
        return used.values().stream()
                .filter(line -> line.need().equals(need))
                .map(line -> line.library().equals("libc.so.6")
                        ? "libc.so.6(GLIBC_2." + minorOfC + ")(64bit)"
                        : line.library() + "()(64bit)")
                .toList();
    }

    /** Whether it is a program or a library of Linux. */
    static boolean isNative(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            byte[] magic = bytes.readNBytes(4);
            return magic.length == 4 && magic[0] == 0x7f && magic[1] == 'E' && magic[2] == 'L' && magic[3] == 'F';
        }
    }
}
