package virdi.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Lets the user choose a file, writes it, and shows the outcome. FX thread only. Returns before the file is written.
 */
public interface SaveAs {
    /** A part of a file that is ready to be written; on any thread but the FX thread. */
    interface Piece {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The question for a file.
     *
     * @param what the content, as part of a sentence: "the map"
     * @param kind the kind of file: "PNG picture"
     * @param name the suggested name; its ending is that of all files of this kind
     */
    record Question(String what, String kind, String name) {
        /** The ending with its dot: ".png". */
        public String ending() {
            return name.substring(name.lastIndexOf('.'));
        }
    }

    /**
     * Asks, and saves unless the user cancels.
     *
     * @param content called after a file is chosen. The FX thread makes each piece after the one before is written, with
     *     pulses in between. So each piece should take less than a pulse to make
     */
    void save(Question question, Supplier<Iterator<Piece>> content);
}
