package virdi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A stretch of network between clients and a port, which counts what passes and can go dead. Any thread. */
final class Proxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong towardsServer = new AtomicLong();
    private final AtomicLong towardsClient = new AtomicLong();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean dead;

    Proxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Bytes that clients have sent and the server was given. */
    long bytesTowardsServer() {
        return towardsServer.get();
    }

    /** From now on nothing passes, and nobody is told. */
    void die() {
        dead = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.startVirtualThread(() -> pass(client, server, towardsServer));
                Thread.startVirtualThread(() -> pass(server, client, towardsClient));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, AtomicLong count) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16_384];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (dead) {
                    never.await();
                }
                out.write(bytes, 0, length);
                count.addAndGet(length);
            }
        } catch (IOException gone) {
            // One side hung up; the other is told by closing it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            never.countDown();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
