package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.without;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.StreamView;
import virdi.ui.RecordingDesk;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Theme;

@ExtendWith(ApplicationExtension.class)
class JournalViewTest {
    private final SampleWorld world = SampleWorld.factory();
    private final Selection<Target> selection = new Selection<>();
    private @Nullable JournalView opened;

    @Start
    void open(Stage stage) {
        var view = new JournalView(selection, new RecordingDesk());
        opened = view;
        var scene = new Scene(view, 980, 400);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void show(FxRobot robot) {
        robot.interact(() -> view().show(world.latest()));
    }

    @Test
    void eventsAreFilteredByWordsAndTopics(FxRobot robot) {
        assertThat(events(robot)).hasSize(8);
        robot.clickOn("#events-filter").write("client:smelter-1");
        assertThat(events(robot)).extracting(EventRow::sentence).containsExactly("smelter-1 was asked for iron");
        assertThat(robot.lookup("#events-status").queryAs(Label.class).getText())
                .isEqualTo("1 of 8 events");
        robot.clickOn("#topic-requests");
        assertThat(events(robot)).isEmpty();
    }

    @Test
    void aClickOnAnEventSelectsWhatItIsAbout(FxRobot robot) {
        robot.clickOn("coal is full");
        assertThat(selection.items()).singleElement().isInstanceOf(Target.Resource.class);
    }

    @Test
    void aStreamStaysSelectedWhenOthersGoAndIsNotReplacedWhenItGoesItself(FxRobot robot) {
        Target forge = consumer(world.latest(), "forge-1");
        robot.interact(() -> {
            view().getSelectionModel().select(1);
            selection.select(forge);
        });
        assertThat(chosen(robot)).containsExactly(forge);
        robot.interact(() -> view().show(without(world.latest(), consumer(world.latest(), "assembler-3"))));
        assertThat(chosen(robot)).containsExactly(forge);
        robot.interact(() -> view().show(without(world.latest(), forge)));
        assertThat(chosen(robot)).isEmpty();
        assertThat(selection.items()).isEqualTo(Set.of(forge));
    }

    private JournalView view() {
        return Objects.requireNonNull(opened);
    }

    private static List<EventRow> events(FxRobot robot) {
        ListView<EventRow> list = robot.lookup("#events-list").queryListView();
        return List.copyOf(list.getItems());
    }

    private static List<Target> chosen(FxRobot robot) {
        TableView<LiveRow<StreamId, StreamView>> table =
                robot.lookup("#streams-table").queryTableView();
        return table.getSelectionModel().getSelectedItems().stream()
                .map(it -> (Target) new Target.OneStream(it.key()))
                .toList();
    }
}
