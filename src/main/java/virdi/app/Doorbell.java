package virdi.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a second start with the same data directory reaches the first: a Unix domain socket in the directory, for its
 * owner alone. One line is asked, one is answered. Only who holds the directory's lock may hang the bell up, so a socket
 * that is found there then is of a program that is gone, and is taken away. Any thread.
 */
final class Doorbell implements AutoCloseable {
    /** How long one that rings waits; who answers does so at once, or hangs. */
    private static final long PATIENCE_MILLIS = 3_000;

    /** Longer than any line. */
    private static final int LONGEST_LINE = 512;

    private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

    private final @Nullable ServerSocketChannel channel;
    private final Path socket;
    private final UnaryOperator<String> answer;

    private Doorbell(@Nullable ServerSocketChannel channel, Path socket, UnaryOperator<String> answer) {
        this.channel = channel;
        this.socket = socket;
        this.answer = answer;
    }

    /**
     * Hangs the bell up. Where that cannot be done, as in a directory whose path is too long for a socket, the program
     * goes on without: a second start is then refused by the lock.
     *
     * @param directory the data directory, whose lock this program holds
     * @param answer answers a line; on a thread of its own
     */
    static Doorbell hang(Path directory, UnaryOperator<String> answer) {
        Path socket = socket(directory);
        ServerSocketChannel channel = null;
        try {
            Files.deleteIfExists(socket);
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            log.warn("a second start will not find this one: {}", e.toString());
            close(channel);
            channel = null;
        }
        var bell = new Doorbell(channel, socket, answer);
        if (channel != null) {
            ServerSocketChannel open = channel;
            Thread.ofPlatform().daemon().name("virdi-door").start(() -> bell.listen(open));
        }
        return bell;
    }

    /** Rings where a first program may be; empty when nobody answers. */
    static Optional<String> ring(Path directory, String line) {
        Path socket = socket(directory);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        CompletableFuture<String> answered = new CompletableFuture<>();
        try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // On a thread of its own, because a blocking channel knows no timeout.
            Thread.ofVirtual().start(() -> {
                try {
                    caller.connect(UnixDomainSocketAddress.of(socket));
                    write(caller, line);
                    answered.complete(readLine(caller));
                } catch (IOException | UnsupportedOperationException e) {
                    answered.completeExceptionally(e);
                }
            });
            return Optional.of(answered.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .filter(it -> !it.isEmpty());
        } catch (IOException | UnsupportedOperationException | ExecutionException | TimeoutException e) {
            // Nobody is there, or nobody who answers; the lock tells which.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void listen(ServerSocketChannel open) {
        while (open.isOpen()) {
            try {
                SocketChannel caller = open.accept();
                // One that rings and says nothing must not keep others out.
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                log.warn("a second start could not be answered", e);
                return;
            }
        }
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            write(caller, answer.apply(readLine(caller)));
        } catch (IOException e) {
            log.debug("who rang has gone", e);
        }
    }

    private static void write(SocketChannel to, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static String readLine(SocketChannel from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
        while (bytes.hasRemaining() && from.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n') {
                return new String(bytes.array(), 0, bytes.position() - 1, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static Path socket(Path directory) {
        return directory.resolve("virdi.sock");
    }

    private static void close(@Nullable ServerSocketChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                log.debug("the door did not close", e);
            }
        }
    }

    /** Takes the bell down; called before the directory's lock is given up. A second call does nothing. */
    @Override
    public void close() {
        if (channel != null && channel.isOpen()) {
            close(channel);
            try {
                Files.deleteIfExists(socket);
            } catch (IOException e) {
                log.debug("the socket stays; the next start takes it away", e);
            }
        }
    }
}
