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
 * A Unix domain socket in the data directory, by which a second start reaches the first. Only the owner of the directory
 * can connect. The protocol is one line as the request and one line as the response. Any thread.
 *
 * <p>Only the process that holds the lock of the directory opens the socket. So a socket file that exists at that time was
 * left by a process that is gone, and is deleted.
 */
final class SingleInstanceSocket implements AutoCloseable {
    /** How long a request waits for its response. A process that works responds at once. */
    private static final long RESPONSE_TIMEOUT_MILLIS = 3_000;

    /** In bytes; longer than each request and response. */
    private static final int LONGEST_LINE = 512;

    private static final Logger log = LoggerFactory.getLogger(SingleInstanceSocket.class);

    private final @Nullable ServerSocketChannel channel;
    private final Path socket;
    private final UnaryOperator<String> answer;

    private SingleInstanceSocket(@Nullable ServerSocketChannel channel, Path socket, UnaryOperator<String> answer) {
        this.channel = channel;
        this.socket = socket;
        this.answer = answer;
    }

    /**
     * Opens the socket and answers requests. If this is impossible, for example because the path is too long for a socket,
     * the program runs without: the lock of the directory then refuses a second start.
     *
     * @param directory the data directory, whose lock this program holds
     * @param answer turns a request into a response; called on a thread for each request
     */
    static SingleInstanceSocket open(Path directory, UnaryOperator<String> answer) {
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
        var opened = new SingleInstanceSocket(channel, socket, answer);
        if (channel != null) {
            ServerSocketChannel open = channel;
            Thread.ofPlatform().daemon().name("virdi-instance").start(() -> opened.listen(open));
        }
        return opened;
    }

    /** Sends a request to the first process; empty if there is none or it does not respond in time. */
    static Optional<String> send(Path directory, String line) {
        Path socket = socket(directory);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        CompletableFuture<String> answered = new CompletableFuture<>();
        try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // On a thread of its own, because a blocking channel has no timeout.
            Thread.ofVirtual().start(() -> {
                try {
                    caller.connect(UnixDomainSocketAddress.of(socket));
                    write(caller, line);
                    answered.complete(readLine(caller));
                } catch (IOException | UnsupportedOperationException e) {
                    answered.completeExceptionally(e);
                }
            });
            return Optional.of(answered.get(RESPONSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    .filter(it -> !it.isEmpty());
        } catch (IOException | UnsupportedOperationException | ExecutionException | TimeoutException e) {
            // No process listens, or it hangs; the lock of the directory shows which.
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
                // A client that connects and sends nothing must not block others.
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
            log.debug("the second start has gone", e);
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
                log.debug("the socket did not close", e);
            }
        }
    }

    /** Closes and deletes the socket, before the lock of the directory is released. A second call does nothing. */
    @Override
    public void close() {
        if (channel != null && channel.isOpen()) {
            close(channel);
            try {
                Files.deleteIfExists(socket);
            } catch (IOException e) {
                log.debug("the socket file stays; the next start deletes it", e);
            }
        }
    }
}
