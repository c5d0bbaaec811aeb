package virdi.ui.shell;

import virdi.ui.about.About;

/**
 * Facts about the program that the window shows.
 *
 * @param endpoint host and port for clients: "127.0.0.1:50051"
 * @param about content of the dialog about the program
 */
public record WindowInfo(String endpoint, About about) {}
