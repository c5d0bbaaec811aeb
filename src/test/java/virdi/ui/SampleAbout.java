package virdi.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import virdi.ui.about.About;
import virdi.ui.about.About.Fact;

/** What a program that is only a window tells about itself. */
public final class SampleAbout {
    /** Nothing but a version, where nobody asks. */
    public static final About SHORT = new About("0.1.0", List.of(), out -> {});

    /** As much as the real one tells; its diagnostics are a zip of one entry. */
    public static final About FULL = new About(
            "0.1.0",
            List.of(
                    new Fact("Virdi Console", "0.1.0, commit 1a2b3c4 of 2026-07-01 09:30 UTC"),
                    new Fact("Java", "25.0.3+9-LTS, Eclipse Adoptium"),
                    new Fact("JavaFX", "26.0.2+4"),
                    new Fact("gRPC", "1.85.1, on Netty 4.2.17.Final"),
                    new Fact("H2", "2.5.252"),
                    new Fact("System", "Linux 6.1.0-44-amd64, amd64, 8 processors"),
                    new Fact("Window", "drawn by the graphics card, gtk"),
                    new Fact("Garbage collector", "Serial"),
                    new Fact("Heap", "at most 512 MB"),
                    new Fact(
                            "Java's options",
                            "-XX:+UseSerialGC -Xmx512m -XX:AOTCache=/opt/virdi-console/lib/app/x.aot"),
                    new Fact("Listens on", "127.0.0.1:50051"),
                    new Fact("Data", "/home/operator/.local/share/virdi-console"),
                    new Fact("Log", "/home/operator/.local/share/virdi-console/logs")),
            SampleAbout::zip);

    private SampleAbout() {}

    private static void zip(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("versions.txt"));
        zip.write("Virdi Console: 0.1.0".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }
}
