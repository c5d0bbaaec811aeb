package virdi.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database file and its schema. One thread at a time: the opening one, then the writer.
 *
 * <p>The schema is a number in the database and one script for each step up; a file of a later version is refused.
 */
final class Database {
    /** The version that this program writes. */
    static final int SCHEMA = 1;

    /**
     * Rows are hardly read again after they were written. The database would by itself keep up to 64 MiB a GiB of heap; and what it keeps for
     * minutes, and then replaces, is garbage that only a collection of the whole heap takes away.
     */
    private static final int CACHE_KILOBYTES = 128;

    private final Path directory;
    private @Nullable Connection connection;

    private Database(Path directory) {
        this.directory = directory;
    }

    /** Something done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Opens or creates the database of a directory that this process has locked. */
    static Database open(Path directory) throws StoreUnavailable {
        if (directory.toString().indexOf(';') >= 0) {
            throw new StoreUnavailable("The data directory " + directory
                    + " has a semicolon in its name, which the database cannot take. Choose another with --data-dir.");
        }
        Database database = new Database(directory);
        try {
            int version = database.inTransaction(Database::version);
            if (version > SCHEMA) {
                database.shutDown();
                throw new StoreUnavailable("The store " + database.file() + " was written by a later Virdi Console"
                        + " (its schema is " + version + ", this one knows " + SCHEMA
                        + "). Start that one, or choose another directory with --data-dir.");
            }
            database.inTransaction(on -> {
                migrate(on, version);
                return version;
            });
            return database;
        } catch (SQLException e) {
            throw database.damaged(e);
        }
    }

    /** The complaint that the file cannot be understood. */
    StoreUnavailable damaged(SQLException e) {
        disconnect();
        String detail = Objects.requireNonNullElse(e.getMessage(), "unknown")
                .lines()
                .findFirst()
                .orElse("unknown");
        return new StoreUnavailable(
                "The store " + file() + " is damaged or not a store (" + detail
                        + "). It was left as it is: move it away"
                        + " to start with an empty one, or choose another directory with --data-dir.",
                e);
    }

    private Path file() {
        return directory.resolve("virdi.mv.db");
    }

    /** Runs work in a transaction of its own, wholly or not at all; connects again where an earlier failure cut it off. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        Connection on = connection == null ? connect() : connection;
        connection = on;
        try {
            T result = work.on(on);
            on.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        // WRITE_DELAY=0: a commit is in the file when it returns, so killing the process loses nothing committed.
        // DB_CLOSE_ON_EXIT=FALSE: the program closes the store itself, after its last checkpoint.
        String url = "jdbc:h2:file:" + directory.resolve("virdi")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + CACHE_KILOBYTES;
        Connection fresh = DriverManager.getConnection(url);
        fresh.setAutoCommit(false);
        return fresh;
    }

    /** Closes the file in order. */
    void shutDown() throws SQLException {
        if (connection != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } finally {
                disconnect();
            }
        }
    }

    private void disconnect() {
        try (Connection closing = connection) {
            connection = null;
        } catch (SQLException e) {
            // The connection is given up because it failed; that closing it fails too tells nothing more.
            connection = null;
        }
    }

    private static int version(Connection on) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL)");
            try (ResultSet row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void migrate(Connection on, int from) throws SQLException {
        for (int version = from + 1; version <= SCHEMA; version++) {
            try (Statement statement = on.createStatement()) {
                statement.execute(script(version));
                statement.execute("INSERT INTO schema_version VALUES (" + version + ")");
            }
        }
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream script = Objects.requireNonNull(Database.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
