package virdi.ui.operate;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/**
 * The switch of the broker's port: its state, or the change that is under way. One thread, the FX thread in the window.
 */
public final class PortSwitch {
    /** The state of the port. */
    public enum State {
        LISTENING,
        STOPPING,
        STOPPED,
        STARTING;

        /** Whether clients are let in, or are about to be. */
        public boolean isOpen() {
            return this == LISTENING || this == STARTING;
        }
    }

    private final OperateViewModel operating;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LISTENING);
    private boolean listening = true;

    public PortSwitch(OperateViewModel operating) {
        this.operating = operating;
        operating.lastOutcomeProperty().addListener(observable -> {
            if (operating.lastOutcomeProperty().get() instanceof Outcome.Refused) {
                show(listening);
            }
        });
    }

    /** Shows whether the broker lets clients in. */
    public void show(boolean lets) {
        listening = lets;
        state.set(lets ? State.LISTENING : State.STOPPED);
    }

    /** Asks the broker to open or close the port, the opposite of the last request; a frame shows when it is done. */
    public void toggle() {
        boolean open = !state.get().isOpen();
        state.set(open ? State.STARTING : State.STOPPING);
        operating.submit(new OperatorCommand.Listen(open));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }
}
