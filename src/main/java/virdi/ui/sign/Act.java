package virdi.ui.sign;

/** An act of the operator on a selection, with its words and its shortcut. */
public enum Act {
    THROTTLE("Throttle…", "Shortcut+Shift+T"),
    PAUSE("Pause", "Shortcut+P"),
    RESUME("Resume", "Shortcut+Shift+P"),
    LIFT("Lift throttle", "Shortcut+L"),
    DISCONNECT("Disconnect…", "Delete"),
    BLOCK("Block…", "Shortcut+B"),
    UNBLOCK("Unblock", "Shortcut+Shift+B"),
    SET_CAPACITY("Set capacity…", "Shortcut+K"),
    INJECT("Inject…", "Shortcut+I"),
    PURGE("Purge…", "Shortcut+Shift+Delete"),
    REQUEST_NOW("Request now", "Shortcut+R");

    private final String words;
    private final String shortcut;

    Act(String words, String shortcut) {
        this.words = words;
        this.shortcut = shortcut;
    }

    /** The text of a button or menu item; ends in "…" when a dialog opens first. */
    public String words() {
        return words;
    }

    /** In the form of {@code KeyCombination.valueOf}. */
    public String shortcut() {
        return shortcut;
    }
}
