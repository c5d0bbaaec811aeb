package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.ui.sign.CauseText;

/**
 * The answer to "Why?", broken into lines, with a link to the culprit behind it.
 *
 * @param lines of the sentence
 * @param link what the link says; blank for none
 * @param linkX where the link begins, from the left edge of the lines
 * @param linkLine on which line it stands; one more than the last when it needs its own
 * @param linkWidth its width
 */
public record WhyText(List<String> lines, String link, double linkX, int linkLine, double linkWidth, Target culprit) {
    private static final double LINK_GAP = 9;
    /** The link is bold, which makes it wider than the ruler says. */
    private static final double BOLD = 1.12;

    /** The room that the longest line takes, with the link. */
    public double width(ToDoubleFunction<String> ruler) {
        double longest = lines.stream().mapToDouble(ruler).max().orElse(0);
        return Math.max(longest, linkX + linkWidth);
    }

    public int lineCount() {
        return Math.max(lines.size(), linkLine + 1);
    }

    /**
     * @param link what the link says; blank for none
     * @param width room for a line
     * @param mostLines of text and link together; the sentence is shortened to fit
     * @param ruler how wide a piece of the sentence is
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

    /** The lines of a text, each as long as it fits; a word that does not has one of its own. */
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
