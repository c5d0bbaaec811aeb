package virdi.telemetry;

import java.util.Set;

/** Hands out frames. Any thread; no method blocks. */
public interface FrameSource {
    /** The newest frame; at most 30 new ones a second. */
    Frame latest();

    /** Has the next frames carry the past of some targets; replaces the queries before. */
    void watch(Set<SeriesQuery> queries);

    /**
     * Sets the one listener that is called whenever there is another frame; replaces the one before.
     *
     * @param listener runs on the thread that makes frames, and must be quick
     */
    void onFrame(Runnable listener);
}
