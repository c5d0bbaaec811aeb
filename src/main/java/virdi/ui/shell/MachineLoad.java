package virdi.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How busy the machine is, as the platform tells it. FX thread only, but for the battery, which a thread of its own reads. */
final class MachineLoad {
    /** The threads that make a picture, as JavaFX names them. */
    private static final List<String> DRAWING = List.of("JavaFX Application Thread", "QuantumRenderer-0");
    /** Where Linux tells of batteries; other platforms count as running on mains. */
    private static final Path SUPPLIES = Path.of("/sys/class/power_supply");

    private static final long BATTERY_SECONDS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> drawing = new ArrayList<>();
    private volatile boolean onBattery;
    private long cpuNanos;
    private long atNanos;

    /** @param background reads the battery now and then */
    MachineLoad(ScheduledExecutorService background) {
        if (Files.isDirectory(SUPPLIES)) {
            var unused = background.scheduleWithFixedDelay(this::readBattery, 0, BATTERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The share of all processors in use lately, 0 to 1; negative when unknown. */
    double processorLoad() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getCpuLoad()
                : -1;
    }

    /** The share of one processor that the drawing threads have taken since the last call, from 0. */
    double drawingShare(long now) {
        if (drawing.size() < DRAWING.size()) {
            drawing.clear();
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && DRAWING.contains(thread.getThreadName())) {
                    drawing.add(thread.getThreadId());
                }
            }
        }
        long cpu = 0;
        for (long thread : drawing) {
            cpu += threads.getThreadCpuTime(thread);
        }
        double share = atNanos == 0 ? 0 : (cpu - cpuNanos) / (double) Math.max(1, now - atNanos);
        cpuNanos = cpu;
        atNanos = now;
        return share;
    }

    /** Whether the machine runs on battery. */
    boolean isOnBattery() {
        return onBattery;
    }

    /** Some firmware takes milliseconds to tell of its battery, so this is not for the FX thread. */
    private void readBattery() {
        try (DirectoryStream<Path> batteries = Files.newDirectoryStream(SUPPLIES, "BAT*")) {
            boolean discharging = false;
            for (Path battery : batteries) {
                discharging |=
                        Files.readString(battery.resolve("status")).strip().equals("Discharging");
            }
            onBattery = discharging;
        } catch (IOException e) {
            // A battery that cannot be read counts as mains.
            onBattery = false;
        }
    }
}
