package virdi.telemetry;

/** The window's door for reading. Any thread; nothing blocks. */
public interface FrameSource {
    /** The newest frame; at most 30 new ones a second. */
    Frame latest();

    /** Whose past the next frames carry; replaces what was asked before. */
    void watch(Watch watch);
}
