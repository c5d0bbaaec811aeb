package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import virdi.ui.SampleAbout;
import virdi.ui.about.About;
import virdi.ui.kit.SaveAs;

/** Somebody who has a question about the program, and no mouse. */
@ExtendWith(ApplicationExtension.class)
class AboutTest {
    @TempDir
    private Path folder;

    private final TestWindow tried = new TestWindow();
    private final List<SaveAs.Question> asked = new ArrayList<>();
    private volatile boolean diskIsFull;

    @Start
    void open(Stage stage) {
        tried.about = new About("0.1.0", SampleAbout.FULL.facts(), out -> {
            SampleAbout.FULL.diagnostics().writeTo(out);
            if (diskIsFull) {
                throw new IOException("No space left on device");
            }
        });
        tried.open(stage, (question, before) -> {
            asked.add(question);
            return folder.resolve("out.zip");
        });
    }

    @Stop
    void close() {
        tried.close();
    }

    @Test
    void byKeyboardALicenceIsFoundAndRead(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(robot.lookup("#about-facts").query().isVisible()).isTrue();
        walkTo(robot, "about-licences");
        robot.push(KeyCode.SPACE);
        walkTo(robot, "about-find");
        robot.write("openjdk");

        TextArea text = robot.lookup("#about-licence").query();
        assertThat(text.getText()).contains("GNU General Public License", "CLASSPATH");
        robot.push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("about-works");
        walkTo(robot, "about-licence");
        walkTo(robot, "about-copy");

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#about").tryQuery()).isEmpty();
    }

    @Test
    void escapeClosesItFromWhereverTheFocusIs(FxRobot robot) {
        for (String id : List.of("about-works", "about-licence", "about-find", "about-close")) {
            robot.push(KeyCode.SHIFT, KeyCode.F1);
            walkTo(robot, "about-licences");
            robot.push(KeyCode.SPACE);
            walkTo(robot, id);
            robot.push(KeyCode.ESCAPE);
            assertThat(robot.lookup("#about").tryQuery())
                    .as("closed from " + id)
                    .isEmpty();
        }
    }

    @Test
    void byKeyboardDiagnosticsAreSavedAsOneZipWithTheTimeInItsName(FxRobot robot) throws IOException {
        robot.push(KeyCode.F1);
        walkTo(robot, "open-about");
        robot.push(KeyCode.SPACE);
        walkTo(robot, "about-save");
        robot.push(KeyCode.SPACE);

        assertThat(told(robot)).isEqualTo("The diagnostics file was saved as " + folder.resolve("out.zip"));
        assertThat(asked)
                .singleElement()
                .extracting(SaveAs.Question::name)
                .asString()
                .matches("virdi-diagnostics-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.zip");
        try (var zip = new ZipFile(folder.resolve("out.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("versions.txt");
        }
    }

    @Test
    void aFullDiskIsToldAndNothingIsLeft(FxRobot robot) throws IOException {
        diskIsFull = true;
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        walkTo(robot, "about-save");
        robot.push(KeyCode.SPACE);

        assertThat(told(robot)).isEqualTo("The diagnostics file was not saved: no space left on device.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    /** By Tab, as somebody without a mouse does. */
    private void walkTo(FxRobot robot, String id) {
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            passed.add(focused());
            assertThat(passed).as("stops on the way to " + id).hasSizeLessThan(15);
            robot.push(KeyCode.TAB);
        }
    }

    private String focused() {
        Node owner = tried.window().scene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    private static String told(FxRobot robot) {
        await().atMost(2, MINUTES)
                .until(() -> robot.lookup(".toast .label").tryQuery().isPresent());
        return robot.lookup(".toast .label").<Labeled>query().getText();
    }
}
