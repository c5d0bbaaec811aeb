package virdi.wire;

import java.io.IOException;
import virdi.engine.StreamDesk;

/** The transports that every rule of the protocol must hold on. */
enum Way {
    IN_PROCESS {
        @Override
        Transport serve(StreamDesk desk) throws IOException {
            return Transport.inProcess(desk);
        }
    },
    SOCKET {
        @Override
        Transport serve(StreamDesk desk) throws IOException {
            return Transport.socket(desk);
        }
    };

    abstract Transport serve(StreamDesk desk) throws IOException;
}
