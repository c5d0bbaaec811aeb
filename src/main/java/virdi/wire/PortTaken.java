package virdi.wire;

import java.io.IOException;

/** The port is in use by another program; the message says how to see by whom, and how to choose another. */
public final class PortTaken extends IOException {
    private static final long serialVersionUID = 1;

    private final int port;

    PortTaken(String host, int port, Throwable cause) {
        super(
                "port " + port + " on " + host + " is taken by another program.\n"
                        + "See which:         ss -ltnp 'sport = :" + port + "'\n"
                        + "Or choose another: --port <number>  (0 for any free one)",
                cause);
        this.port = port;
    }

    /** The port that was wanted. */
    public int port() {
        return port;
    }
}
