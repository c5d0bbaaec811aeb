package virdi.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Lets a person choose a file, writes it, and tells what became of it. FX thread only; returns before the file is
 * written.
 */
public interface SaveAs {
    /** A part of a file that is ready to be written; any thread, and not the FX thread. */
    interface Piece {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * What to ask for.
     *
     * @param what is saved, to stand in a sentence: "the map"
     * @param kind of the file: "PNG picture"
     * @param name of the file, suggested; how it ends is how every file of the kind ends
     */
    record Question(String what, String kind, String name) {
        /** How every file of the kind ends: ".png". */
        public String ending() {
            return name.substring(name.lastIndexOf('.'));
        }
    }

    /**
     * Asks, and saves unless the person thinks better of it.
     *
     * @param content begun once a file is chosen. Each next piece is made on the FX thread, with pulses in between, when
     *     the one before is written: what is long to make is to be cut into pieces that are not
     */
    void save(Question question, Supplier<Iterator<Piece>> content);
}
