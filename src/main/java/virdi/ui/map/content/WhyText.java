package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.ui.sign.CauseText;

/**
 * The answer to "Why?", broken into lines, with a link to the culprit at the end. Immutable; any thread.
 *
 * @param lines the lines of the sentence
 * @param link the text of the link; blank for none
 * @param linkX left edge of the link, from the left edge of the lines
 * @param linkLine index of the link's line; one more than the last line when the link needs its own
 * @param linkWidth width of the link
 */
public record WhyText(List<String> lines, String link, double linkX, int linkLine, double linkWidth, Target culprit) {
    /** Space between the sentence and the link, in the unit of the ruler. */
    private static final double LINK_GAP = 9;
    /** Factor for the width of the link: it is bold, and the ruler measures normal text. */
    private static final double BOLD = 1.12;

    /** Returns the width of the longest line, including the link. */
    public double width(ToDoubleFunction<String> ruler) {
        double longest = lines.stream().mapToDouble(ruler).max().orElse(0);
        return Math.max(longest, linkX + linkWidth);
    }

    public int lineCount() {
        return Math.max(lines.size(), linkLine + 1);
    }

    /**
     * Breaks the sentence of a cause into lines.
     *
     * @param link the text of the link; blank for none
     * @param width width of a line
     * @param mostLines largest number of lines, including the link; a longer sentence is shortened
     * @param ruler measures the width of a piece of the sentence
     */
    public static WhyText of(Cause cause, String link, double width, int mostLines, ToDoubleFunction<String> ruler) {
        return of(CauseText.of(cause), cause.culprit(), link, width, mostLines, ruler);
    }

    static WhyText of(
            String sentence, Target culprit, String link, double width, int mostLines, ToDoubleFunction<String> ruler) {
        double linkWidth = BOLD * ruler.applyAsDouble(link);
        List<String> lines = broken("Why? " + sentence, line -> ruler.applyAsDouble(line) <= width);
        while (lines.size() > mostLines) {
            lines.removeLast();
            lines.set(lines.size() - 1, lines.getLast() + " …");
        }
        double behind = ruler.applyAsDouble(lines.getLast()) + (link.isEmpty() ? 0 : LINK_GAP);
        if (behind + linkWidth <= width) {
            return new WhyText(List.copyOf(lines), link, behind, lines.size() - 1, linkWidth, culprit);
        }
        if (lines.size() == mostLines) {
            double room = width - linkWidth - LINK_GAP;
            String last = lines.getLast();
            while (last.contains(" ") && ruler.applyAsDouble(last + " …") > room) {
                last = last.substring(0, last.lastIndexOf(' '));
            }
            lines.set(lines.size() - 1, last + " …");
            return new WhyText(List.copyOf(lines), link, width - linkWidth, lines.size() - 1, linkWidth, culprit);
        }
        return new WhyText(List.copyOf(lines), link, 0, lines.size(), linkWidth, culprit);
    }

    /** Breaks a text into lines that fit. A word that is too long gets its own line. */
    public static List<String> broken(String text, Predicate<String> fits) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (line.isEmpty()) {
                line = word;
            } else if (!fits.test(line + " " + word)) {
                lines.add(line);
                line = word;
            } else {
                line += " " + word;
            }
        }
        lines.add(line);
        return lines;
    }
}
