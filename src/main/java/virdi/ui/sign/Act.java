package virdi.ui.sign;

/** What an operator can do to a selection, with its words and its shortcut. */
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

    /** What a button or menu item says; ends in "…" when a dialog asks for more. */
    public String words() {
        return words;
    }

    /** As {@code KeyCombination.valueOf} reads it. */
    public String shortcut() {
        return shortcut;
    }
}
