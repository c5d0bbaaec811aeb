package virdi.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's own version, as the build wrote it. */
final class ProgramVersion implements IVersionProvider {
    /** The version number. */
    static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("version.properties"), "version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"Virdi Console " + number(), "Java " + Runtime.version()};
    }
}
