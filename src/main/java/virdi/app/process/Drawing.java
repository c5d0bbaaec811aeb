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
 * Keeps out of memory what drawing without a graphics card does not need. JavaFX would load OpenGL, find that it is
 * emulated and draw with the processor after all; GTK loads it to ask which visuals there are, when it is the first on its
 * display. Either way the emulation stays: a compiler of machine code, some 60 MB that nothing uses. And GTK shares
 * buffers of the window's size with the display, ever more when that is slow: 50 MB for 1600 × 1000 after minutes, where
 * one buffer of its own does. Called by the main thread before JavaFX starts.
 */
public final class Drawing {
    /** What JavaFX draws with; whoever sets it himself is left his choice. */
    private static final String ORDER = "prism.order";

    private static final String BY_PROCESSOR = "sw";

    /** A card has a node to render with, except of drivers that bring files of their own. */
    private static final String RENDER_NODES = "renderD*";

    private static final Map<String, String> PLAIN_GTK = Map.of("GDK_GL", "disable", "GDK_RENDERING", "image");

    /** Of setenv: a variable that is set already stays what it is. */
    private static final int KEEP = 0;

    private Drawing() {}

    /** Decides before anything native is loaded. Only Linux has drawing without a card as a case of its own. */
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

    /** Whether a card can be drawn with: Mesa's drivers, NVIDIA's own, or that of Windows below Linux. */
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
     * GTK listens to the environment only, which Java cannot change but C can. What the user has set himself is kept. By
     * name: no OpenGL; windows are drawn in plain memory.
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
            // Costs memory, and nothing else.
            LoggerFactory.getLogger(Drawing.class).debug("GTK may take more memory than it needs", e);
        }
    }
}
