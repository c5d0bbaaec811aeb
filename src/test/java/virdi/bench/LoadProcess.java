package virdi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A {@link Load} in a process of its own. */
final class LoadProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    LoadProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Applies a load to a server from a process of its own.
     *
     * @param ask the load with {@code %s} where port and process id belong
     */
    static Map<String, Double> once(ServerProcess server, String ask) throws IOException {
        try (var load = new LoadProcess()) {
            return load.run(ask.formatted(server.port() + " " + server.pid()));
        }
    }

    /** Applies a load; returns its figures by name. */
    Map<String, Double> run(String ask) throws IOException {
        in.println(ask);
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the load failed: " + ask);
        }
        Map<String, Double> figures = new HashMap<>();
        for (String figure : answer.split(" ")) {
            String[] sides = figure.split("=");
            figures.put(sides[0], Double.parseDouble(sides[1]));
        }
        if (figures.getOrDefault("failures", 0.0) > 0) {
            throw new IOException("streams ended under load: " + ask + " → " + answer);
        }
        return figures;
    }

    /** Lets go of a load that stays open after its answer. */
    void release() throws IOException {
        in.println("done");
        String unused = out.readLine();
    }

    @Override
    public void close() {
        in.close();
        process.destroy();
    }
}
