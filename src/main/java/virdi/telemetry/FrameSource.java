package virdi.telemetry;

import java.util.Set;

/** The window's door for reading. Any thread; nothing blocks. */
public interface FrameSource {
    /** The newest frame; at most 30 new ones a second. */
    Frame latest();

    /** Whose past the next frames carry; replaces what was asked before. */
    void watch(Set<Watch> watches);

    /**
     * Has somebody told whenever there is another frame, one for all; replaces who was told before.
     *
     * @param listener runs on the thread that makes frames, and must be quick
     */
    void onFrame(Runnable listener);
}
