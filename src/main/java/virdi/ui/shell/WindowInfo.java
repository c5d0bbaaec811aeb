package virdi.ui.shell;

/**
 * What the window tells about the program it belongs to.
 *
 * @param endpoint where clients connect, as they would write it: "127.0.0.1:50051"
 * @param version of the program
 */
public record WindowInfo(String endpoint, String version) {}
