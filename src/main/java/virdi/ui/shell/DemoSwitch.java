package virdi.ui.shell;

/** The demo world, as the window switches it. Called on the FX thread; must not block. */
public interface DemoSwitch {
    void start();

    void stop();

    /** Whether it runs, or has been told to. */
    boolean isRunning();
}
