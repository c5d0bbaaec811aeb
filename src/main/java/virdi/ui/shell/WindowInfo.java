package virdi.ui.shell;

import virdi.ui.about.About;

/**
 * What the window tells about the program it belongs to.
 *
 * @param endpoint where clients connect, as they would write it: "127.0.0.1:50051"
 * @param about what the program tells about itself
 */
public record WindowInfo(String endpoint, About about) {}
