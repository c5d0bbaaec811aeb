package virdi.app.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Saves memory on a machine without a graphics card. Called by the main thread before JavaFX starts.
 *
 * <p>JavaFX would load OpenGL, find that it is emulated, and draw with the processor. GTK loads OpenGL too, to ask for
 * visuals. The emulation then stays in memory: about 60 MB that nothing uses. GTK also shares buffers of the size of the
 * window with the display server, and more of them when that is slow: 50 MB for 1600 × 1000 pixels after some minutes,
 * where one private buffer is enough.
 */
public final class SoftwareRendering {
    /** The system property of JavaFX for its renderers. If the user has set it, it stays. */
    private static final String ORDER = "prism.order";

    private static final String BY_PROCESSOR = "sw";

    /** Drivers of Mesa have such a device for each card. */
    private static final String RENDER_NODES = "renderD*";

    private static final Map<String, String> PLAIN_GTK = Map.of("GDK_GL", "disable", "GDK_RENDERING", "image");

    /** An argument of setenv: a variable that is set already keeps its value. */
    private static final int KEEP = 0;

    private SoftwareRendering() {}

    /** Chooses the renderer on Linux; does nothing on other systems. No native library may be loaded before. */
    public static void prepare() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && System.getProperty(ORDER) == null && !hasCard(Path.of("/dev"))) {
            System.setProperty(ORDER, BY_PROCESSOR);
        }
        if (linux && BY_PROCESSOR.equals(System.getProperty(ORDER))) {
            plainGtk();
        }
    }

    /** Whether there is a graphics card: with a driver of Mesa or NVIDIA, or that of Windows below Linux. */
    static boolean hasCard(Path devices) {
        if (Files.exists(devices.resolve("nvidiactl")) || Files.exists(devices.resolve("dxg"))) {
            return true;
        }
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(devices.resolve("dri"), RENDER_NODES)) {
            return nodes.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    /**
     * Has GTK load no OpenGL, and draw windows in private memory. GTK reads this from the environment only, which C can
     * change and Java cannot. Variables that the user has set stay.
     */
    private static void plainGtk() {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().find("setenv").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, String> entry : PLAIN_GTK.entrySet()) {
                int unused = (int) setenv.invokeExact(
                        arena.allocateFrom(entry.getKey()), arena.allocateFrom(entry.getValue()), KEEP);
            }
        } catch (Throwable e) {
            // The program works without; it takes more memory.
            LoggerFactory.getLogger(SoftwareRendering.class).debug("GTK may take more memory than it needs", e);
        }
    }
}
