package virdi.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The third-party works in the program, as the build lists them. Any thread. */
public final class ThirdParty {
    private static final String LIST = "THIRD-PARTY.txt";
    private static final String BETWEEN = " \\| ";
    private static final int PARTS = 5;

    private ThirdParty() {}

    /** All of them, in the order of their names, libraries first. */
    public static List<ThirdPartyWork> works() {
        return read(LIST)
                .lines()
                .map(line -> line.split(BETWEEN))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new ThirdPartyWork(parts[0], parts[1], parts[2], parts[3], parts[4]))
                .toList();
    }

    /** The version of a library, by its group and name; empty when the program does not have it. */
    public static Optional<String> version(String library) {
        return works().stream()
                .filter(work -> work.name().equals(library))
                .map(ThirdPartyWork::version)
                .findFirst();
    }

    /** The text of the licence that a work was taken under. */
    static String licence(ThirdPartyWork work) {
        return read(work.textFile());
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(ThirdParty.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
