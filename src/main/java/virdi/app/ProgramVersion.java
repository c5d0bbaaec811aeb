package virdi.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's own version, as the build wrote it. */
final class ProgramVersion implements IVersionProvider {
    /** The version number. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("version.properties"), "version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Virdi Console " + number(), "Java " + Runtime.version()};
    }
}
