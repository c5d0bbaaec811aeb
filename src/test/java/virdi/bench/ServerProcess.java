package virdi.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server in a process of its own: the broker's program as a user starts it, or the baseline. */
final class ServerProcess implements AutoCloseable {
    private static final String LISTENING = "listening on 127.0.0.1:";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The baseline. */
    static ServerProcess thin(List<String> jvm, int coalescingMillis) throws IOException {
        return start(
                jvm,
                System.getProperty("java.class.path"),
                List.of(ThinServer.class.getName(), "0", Integer.toString(coalescingMillis)));
    }

    /** The program without a window; more arguments may be added. */
    static ServerProcess broker(List<String> jvm, int coalescingMillis, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--set", "resources.capacity=1000000000", "--set", "consumers.coalescing=" + coalescingMillis + "ms"));
        arguments.addAll(List.of(more));
        return program(jvm, arguments.toArray(String[]::new));
    }

    /** The program with its default settings, on a port and with a data directory of its own. */
    static ServerProcess program(List<String> jvm, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "virdi.app.Main",
                "--port",
                "0",
                "--data-dir",
                Files.createTempDirectory("virdi-bench").toString()));
        arguments.addAll(List.of(more));
        return start(jvm, usersClassPath(), arguments);
    }

    /** Without the tests' own classes and log settings. */
    private static String usersClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ServerProcess start(List<String> jvm, String classPath, List<String> program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.add("-cp");
        command.add(classPath);
        command.addAll(program);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            int at = line.indexOf(LISTENING);
            if (at >= 0) {
                Thread.ofPlatform().daemon().start(() -> drain(out));
                int port =
                        Integer.parseInt(line.substring(at + LISTENING.length()).strip());
                return new ServerProcess(process, port);
            }
        }
        throw new IOException("the server did not start: " + seen);
    }

    /** What it says later must not fill the pipe and stop it. */
    private static void drain(BufferedReader out) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("ERROR")) {
                    System.err.println(line);
                }
            }
        } catch (IOException closed) {
            // The process was ended; nothing more will come.
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Bytes of all that lives on the heap, after a full collection. */
    long liveHeapBytes() throws IOException {
        List<String> lines = jcmd("GC.class_histogram");
        String total = lines.stream()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.split("\\s+")[2]);
    }

    /** Bytes the process holds of the machine's memory; Linux only. */
    long residentBytes() throws IOException {
        return statusBytes("VmRSS");
    }

    /** What the kernel tells of the process's memory under that name; Linux only. */
    long statusBytes(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]) * 1024)
                .findFirst()
                .orElse(0);
    }

    private List<String> jcmd(String what) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid()), what)
                .start();
        return jcmd.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("interrupted while a server stopped", e));
        }
    }
}
