package virdi.ui.shell;

/** Starts and stops the demo. Called on the FX thread; must not block. */
public interface DemoSwitch {
    void start();

    void stop();

    /** Whether the demo runs or is about to start. */
    boolean isRunning();
}
