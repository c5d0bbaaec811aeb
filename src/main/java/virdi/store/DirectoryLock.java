package virdi.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second program out of a data directory. The system gives the lock up when the process ends, however it ends;
 * the file stays, and names the process that held it last. For the thread that opens and closes the store.
 */
final class DirectoryLock implements AutoCloseable {
    /** The locked byte lies far behind the text, since a locked byte cannot be read on Windows. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of a directory that exists. */
    static DirectoryLock take(Path directory) throws StoreUnavailable {
        Path file = directory.resolve("virdi.lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw StoreUnavailable.inUse("The data directory " + directory
                        + " is in use by another Virdi Console (process " + holder
                        + "). Stop that one, or give this one"
                        + " a directory and a port of its own, for example --data-dir DIR --port 50052.");
            }
            channel.truncate(0);
            String process = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)), 0);
            return new DirectoryLock(channel);
        } catch (IOException e) {
            closeAfter(e, channel);
            throw new StoreUnavailable(
                    "The data directory " + directory + " cannot be written to (" + e.getMessage()
                            + "). Choose another with --data-dir.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // This same process holds it: the answer is the same.
            return null;
        }
    }

    /** Gives the lock up because of a failure, which matters more than one of closing. */
    void closeAfter(Exception failure) {
        closeAfter(failure, channel);
    }

    private static void closeAfter(Exception failure, @Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
