package virdi.ui.journal;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import virdi.model.NaturalOrder;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignMark;

/**
 * A table over {@link LiveRows}; FX thread only. Sorting compares the values themselves: with ten thousand
 * rows, asking the cells for every comparison is too slow.
 */
final class LiveTable<K, V> extends TableView<LiveRow<K, V>> {
    private static final double ROW_HEIGHT = 26;

    private final Map<TableColumn<LiveRow<K, V>, ?>, Comparator<V>> orders = new IdentityHashMap<>();

    LiveTable(LiveRows<K, V> rows, String whenEmpty) {
        super(rows.listed());
        getStyleClass().addAll("live-table", "dense");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label(whenEmpty));
        setSortPolicy(table -> {
            rows.setOrder(chosenOrder());
            return true;
        });
    }

    /** A column of words. */
    LiveTable<K, V> words(String name, double width, Function<V, String> text) {
        return column(name, width, text, NaturalOrder.OF_TEXTS, Function.identity(), "words");
    }

    /** A column of figures, aligned to the right. */
    <T extends Comparable<T>> LiveTable<K, V> figures(
            String name, double width, Function<V, T> figure, Function<T, String> text) {
        return column(name, width, figure, Comparator.naturalOrder(), text, "figures");
    }

    /** A column of states: sign and words. */
    LiveTable<K, V> state(String name, double width, Function<V, Sign> sign, Function<V, String> words) {
        TableColumn<LiveRow<K, V>, V> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(it -> it.getValue().valueProperty());
        column.setCellFactory(it -> new StateCell<>(sign, words));
        return with(column, Comparator.comparing(words, NaturalOrder.OF_TEXTS));
    }

    private <T> LiveTable<K, V> column(
            String name,
            double width,
            Function<V, T> figure,
            Comparator<T> order,
            Function<T, String> text,
            String style) {
        TableColumn<LiveRow<K, V>, T> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.getStyleClass().add(style);
        column.setCellValueFactory(it -> mapped(it.getValue(), figure));
        column.setCellFactory(it -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return with(column, Comparator.comparing(figure, order));
    }

    private static <K, V, T> ObservableValue<T> mapped(LiveRow<K, V> row, Function<V, T> figure) {
        return row.valueProperty().map(figure);
    }

    private LiveTable<K, V> with(TableColumn<LiveRow<K, V>, ?> column, Comparator<V> order) {
        orders.put(column, order);
        getColumns().add(column);
        return this;
    }

    private @Nullable Comparator<V> chosenOrder() {
        Comparator<V> chosen = null;
        for (TableColumn<LiveRow<K, V>, ?> column : getSortOrder()) {
            Comparator<V> next = orders.get(column);
            if (next != null) {
                Comparator<V> directed =
                        column.getSortType() == TableColumn.SortType.ASCENDING ? next : next.reversed();
                chosen = chosen == null ? directed : chosen.thenComparing(directed);
            }
        }
        return chosen;
    }

    private static final class StateCell<K, V> extends TableCell<LiveRow<K, V>, V> {
        private final Function<V, Sign> sign;
        private final Function<V, String> words;
        private final SignMark mark = new SignMark();

        StateCell(Function<V, Sign> sign, Function<V, String> words) {
            this.sign = sign;
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable V item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
            } else {
                mark.show(sign.apply(item));
                setText(words.apply(item));
                setGraphic(mark);
            }
        }
    }
}
