package virdi.ui.map.content;

/** What the map reads out of names: what like ones have in common. */
public final class NodeNames {
    private NodeNames() {}

    /** A name without its trailing number and what joins it: "wire" for "wire-12"; the whole where nothing is left. */
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
