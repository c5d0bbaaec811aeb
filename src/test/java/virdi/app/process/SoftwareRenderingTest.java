package virdi.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftwareRenderingTest {
    @TempDir
    Path devices;

    @Test
    void machineWithoutDeviceToRenderWithHasNoCard() throws IOException {
        assertThat(SoftwareRendering.hasCard(devices)).isFalse();
        // A display alone, as virtual machines have it.
        Files.createFile(Files.createDirectory(devices.resolve("dri")).resolve("card0"));
        assertThat(SoftwareRendering.hasCard(devices)).isFalse();
    }

    @Test
    void renderNodeIsACard() throws IOException {
        Files.createFile(Files.createDirectory(devices.resolve("dri")).resolve("renderD128"));
        assertThat(SoftwareRendering.hasCard(devices)).isTrue();
    }

    @Test
    void driversWithDevicesOfTheirOwnAreCards() throws IOException {
        Path nvidia = Files.createFile(devices.resolve("nvidiactl"));
        assertThat(SoftwareRendering.hasCard(devices)).isTrue();
        Files.delete(nvidia);
        Files.createFile(devices.resolve("dxg"));
        assertThat(SoftwareRendering.hasCard(devices)).isTrue();
    }
}
