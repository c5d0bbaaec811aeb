package virdi.app.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, written by the build. Any thread. */
public final class ProgramVersion implements IVersionProvider {
    /** The version number. */
    public static String number() {
        return written().getProperty("version", "unknown");
    }

    /** The version number with the commit and its time, if known. */
    public static String full() {
        String commit = written().getProperty("commit", "");
        return commit.isEmpty()
                ? number()
                : number() + ", commit " + commit + " of " + written().getProperty("time", "");
    }

    private static Properties written() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("version.properties"), "version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Virdi Console " + number(), "Java " + Runtime.version()};
    }
}
