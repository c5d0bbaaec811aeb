package virdi.app.diagnostics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import virdi.app.process.LogSetup;
import virdi.app.process.ProgramVersion;
import virdi.app.settings.Settings;
import virdi.ui.about.About.Fact;
import virdi.ui.about.ThirdParty;

/** Facts about the program, its Java and its machine. Any thread. */
public final class ProgramFacts {
    private static final long MEGABYTE = 1 << 20;

    /** Names of collectors, by the prefix of the names of their beans. */
    private static final Map<String, String> COLLECTORS =
            Map.of("Copy", "Serial", "PS ", "Parallel", "G1 ", "G1", "ZGC ", "ZGC", "Shenandoah ", "Shenandoah");

    private ProgramFacts() {}

    /**
     * @param endpoint host and port for clients
     * @param window the renderer of the window
     */
    public static List<Fact> of(Settings settings, String endpoint, String window) {
        return List.of(
                new Fact("Virdi Console", ProgramVersion.full()),
                new Fact("Java", Runtime.version() + ", " + property("java.vendor")),
                new Fact("JavaFX", property("javafx.runtime.version")),
                new Fact("gRPC", library("io.grpc:grpc-core") + ", on Netty " + library("io.netty:netty-transport")),
                new Fact("H2", library("com.h2database:h2")),
                new Fact("System", system()),
                new Fact("Window", window),
                new Fact("Garbage collector", collector()),
                new Fact("Heap", "at most " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB"),
                new Fact("Java's options", javaOptions()),
                new Fact("Listens on", endpoint),
                new Fact("Data", settings.dataDirectory().toString()),
                new Fact("Log", LogSetup.directory(settings.dataDirectory()).toString()));
    }

    private static String system() {
        return property("os.name") + " " + property("os.version") + ", " + property("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    private static String collector() {
        List<String> parts = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList();
        return COLLECTORS.entrySet().stream()
                .filter(known -> parts.stream().anyMatch(part -> part.startsWith(known.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> String.join(", ", parts));
    }

    /** Only options that begin with -X: a system property may contain a password. */
    private static String javaOptions() {
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.removeIf(option -> !option.startsWith("-X"));
        return options.isEmpty() ? "none" : options.stream().collect(Collectors.joining(" "));
    }

    private static String library(String name) {
        return ThirdParty.version(name).orElse("unknown");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
