package virdi.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A stretch of network between one client and the broker, which can be cut or go dead. Any thread. */
final class TcpProxy implements AutoCloseable {
    /** How a connection is broken, at both of its ends at once. */
    enum Cut {
        /** The hard way: both ends get a reset. */
        RST,
        /** The way of a process that ends: both ends see the other hang up. */
        FIN
    }

    /** The handling of bytes while nothing passes and nobody is told. */
    enum Dead {
        /** They are taken and lost: a router that has forgotten the way. */
        SWALLOWS,
        /** They are not taken: a machine that hangs, with its kernel's buffers filling up. */
        STALLS
    }

    private static final int BUFFER_BYTES = 4_096;

    private final ServerSocket listening;
    private final int target;
    private final Set<Stretch> open = ConcurrentHashMap.newKeySet();

    TcpProxy(int target) {
        this.target = target;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Breaks what is connected now; tells whether anything was. */
    boolean cut(Cut how) {
        boolean any = false;
        for (Stretch stretch : open) {
            any |= stretch.cut(how);
        }
        return any;
    }

    /** Present connections go dead, until they are {@link #cut}; later ones pass. */
    void die(Dead how) {
        open.forEach(stretch -> stretch.dead = how);
    }

    private void accept() {
        try {
            while (true) {
                connect(listening.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Stretch stretch = new Stretch(client, new Socket(InetAddress.getLoopbackAddress(), target));
            open.add(stretch);
            if (listening.isClosed()) {
                stretch.cut(Cut.RST);
            }
            Thread.startVirtualThread(() -> stretch.pass(stretch.client, stretch.broker));
            Thread.startVirtualThread(() -> stretch.pass(stretch.broker, stretch.client));
        } catch (IOException refused) {
            // The broker does not listen at the moment; the client learns it by being hung up on.
            client.close();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut(Cut.RST);
    }

    private final class Stretch {
        private final Socket client;
        private final Socket broker;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable Dead dead;

        Stretch(Socket client, Socket broker) {
            this.client = client;
            this.broker = broker;
        }

        private void pass(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[BUFFER_BYTES];
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    if (dead == Dead.STALLS) {
                        over.await();
                    }
                    if (dead == null) {
                        out.write(bytes, 0, length);
                    }
                }
            } catch (IOException gone) {
                // One side hung up; the other is told below.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            hangUp();
        }

        private void hangUp() {
            try {
                if (dead != null) {
                    // One end has given up; the other must not learn it before its time.
                    over.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cut(Cut.FIN);
        }

        private boolean cut(Cut how) {
            over.countDown();
            boolean first = open.remove(this);
            close(client, how);
            close(broker, how);
            return first;
        }

        private static void close(Socket socket, Cut how) {
            try {
                if (how == Cut.RST && !socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException gone) {
                // The other end was quicker.
            }
        }
    }
}
