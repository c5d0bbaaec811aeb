package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.StreamView;
import virdi.ui.ManyStreams;
import virdi.ui.RecordingDesk;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Theme;

/** Ten thousand rows whose figures change all the time, as a person reads them. */
@ExtendWith(ApplicationExtension.class)
class StreamsTableTest {
    private static final int STREAMS = 10_000;

    private final Selection<Target> selection = new Selection<>();
    private @Nullable JournalView opened;

    @Start
    void open(Stage stage) {
        var view = new JournalView(selection, new RecordingDesk());
        opened = view;
        var scene = new Scene(view, 1_200, 400);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void selectionAndScrollStayWhileFiguresChange(FxRobot robot) {
        show(robot, 0);
        robot.interact(() -> view().getSelectionModel().select(1));
        sort(robot, "Actual", TableColumn.SortType.ASCENDING);
        robot.interact(() -> table(robot).scrollTo(4_000));
        int first = firstVisible(robot);
        assertThat(first).isBetween(3_990, 4_000);
        robot.clickOn(table(robot)).press(KeyCode.DOWN).release(KeyCode.DOWN);
        Target chosen = Objects.requireNonNull(selection.lead());
        assertThat(selected(robot)).containsExactly(chosen);
        for (int second = 1; second <= 5; second++) {
            show(robot, second);
            assertThat(selected(robot)).containsExactly(chosen);
            assertThat(selection.items()).containsExactly(chosen);
            assertThat(firstVisible(robot)).isEqualTo(first);
            assertThat(table(robot).getItems())
                    .isSortedAccordingTo((a, b) -> Double.compare(
                            a.value().actualPerMinute(), b.value().actualPerMinute()));
        }
    }

    @Test
    void everyColumnSortsBothWays(FxRobot robot) {
        show(robot, 0);
        robot.interact(() -> view().getSelectionModel().select(1));
        for (TableColumn<LiveRow<StreamId, StreamView>, ?> column : table(robot).getColumns()) {
            sort(robot, column.getText(), TableColumn.SortType.ASCENDING);
            Object least = column.getCellData(0);
            Object most = column.getCellData(STREAMS - 1);
            sort(robot, column.getText(), TableColumn.SortType.DESCENDING);
            if (!(least instanceof StreamView)) {
                assertThat(column.getCellData(0))
                        .as(column.getText())
                        .isEqualTo(most)
                        .isNotEqualTo(least);
            }
        }
    }

    @Test
    void namesAreSortedAsPeopleCount(FxRobot robot) {
        show(robot, 0);
        robot.interact(() -> view().getSelectionModel().select(1));
        sort(robot, "Client", TableColumn.SortType.ASCENDING);
        assertThat(table(robot).getItems().stream()
                        .map(row -> row.value().state().peer().client().value())
                        .distinct()
                        .limit(12))
                .startsWith("client-0", "client-1", "client-2")
                .endsWith("client-9", "client-10", "client-11");
    }

    /** As a click on the column's head does. */
    private static void sort(FxRobot robot, String name, TableColumn.SortType way) {
        robot.interact(() -> {
            TableView<LiveRow<StreamId, StreamView>> table = table(robot);
            for (TableColumn<LiveRow<StreamId, StreamView>, ?> column : table.getColumns()) {
                if (column.getText().equals(name)) {
                    column.setSortType(way);
                    table.getSortOrder().setAll(List.of(column));
                }
            }
        });
    }

    private void show(FxRobot robot, int second) {
        robot.interact(() -> view().show(ManyStreams.frame(STREAMS, second)));
    }

    private JournalView view() {
        return Objects.requireNonNull(opened);
    }

    private static TableView<LiveRow<StreamId, StreamView>> table(FxRobot robot) {
        return robot.lookup("#streams-table").queryTableView();
    }

    private static List<Target> selected(FxRobot robot) {
        return table(robot).getSelectionModel().getSelectedItems().stream()
                .map(it -> (Target) new Target.OneStream(it.key()))
                .toList();
    }

    private static int firstVisible(FxRobot robot) {
        VirtualFlow<?> flow = robot.from(table(robot)).lookup(".virtual-flow").query();
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return first.getIndex();
    }
}
