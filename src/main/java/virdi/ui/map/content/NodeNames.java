package virdi.ui.map.content;

/** Finds the common part of similar names. Stateless; any thread. */
public final class NodeNames {
    private NodeNames() {}

    /**
     * Returns a name without its trailing number and separator: "wire" for "wire-12". Returns the whole name when
     * nothing would be left.
     */
    static String stem(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        if (end == name.length()) {
            return name;
        }
        while (end > 0 && "-_. #:/".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? name : name.substring(0, end);
    }
}
