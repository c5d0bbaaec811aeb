package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.app.settings.Options;
import virdi.app.settings.SettingKey;
import virdi.app.settings.Settings;

/** README and help describe the settings as they are. */
final class SettingsManualTest {
    @Test
    void durationsAreWrittenInTheLargestUnitThatFits() {
        assertThat(SettingKey.text(Duration.ofMillis(100))).isEqualTo("100ms");
        assertThat(SettingKey.text(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(SettingKey.text(Duration.ofMinutes(5))).isEqualTo("5min");
        assertThat(SettingKey.text(Duration.ofMinutes(120))).isEqualTo("2h");
        assertThat(SettingKey.text(Duration.ZERO)).isEqualTo("0ms");
    }

    @Test
    void helpListsEverySettingWithItsDefault() {
        String help = new Options().parser().getUsageMessage();

        for (SettingKey<?> key : Settings.KEYS) {
            assertThat(help).contains("  " + key.name());
            if (!key.defaultText().isEmpty()) {
                assertThat(help).contains("  " + key.name() + " [" + key.defaultText() + "]");
            }
        }
    }

    @Test
    void readmeListsEverySettingWithItsDefault() throws Exception {
        List<String> expected = new ArrayList<>();
        for (SettingKey<?> key : Settings.KEYS) {
            String value = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
            expected.add("| `" + key.name() + "` | " + value + " | " + key.meaning() + " |");
        }

        List<String> readme = new ArrayList<>(Files.readAllLines(Path.of("README.md")));
        readme.retainAll(expected);

        assertThat(Collections.unmodifiableList(readme)).isEqualTo(expected);
    }
}
