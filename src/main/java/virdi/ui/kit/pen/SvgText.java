package virdi.ui.kit.pen;

import java.util.HexFormat;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Numbers, names and looks as they are written in SVG. Stateless; any thread. */
final class SvgText {
    /** A hundredth of a pixel is more than any eye sees. */
    static final int DECIMALS = 2;
    /** Factors are multiplied with large numbers. */
    private static final int FACTOR_DECIMALS = 4;

    private static final char REPLACEMENT = '\uFFFD';

    private SvgText() {}

    /** A length or a place, as short as it can be written. */
    static String number(double value) {
        var to = new StringBuilder();
        number(to, value, DECIMALS);
        return to.toString();
    }

    /** A share or a factor. */
    static String factor(double value) {
        var to = new StringBuilder();
        number(to, value, FACTOR_DECIMALS);
        return to.toString();
    }

    /** Written by hand: a large picture has a million of them, and {@code String.format} would take a second. */
    static void number(StringBuilder to, double value, int decimals) {
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        long parts = Math.round(value * unit);
        if (parts < 0) {
            to.append('-');
            parts = -parts;
        }
        to.append(parts / unit);
        long rest = parts % unit;
        if (rest > 0) {
            to.append('.');
            while (rest > 0) {
                unit /= 10;
                to.append((char) ('0' + rest / unit));
                rest %= unit;
            }
        }
    }

    /** A number as an attribute, after a space. */
    static void attribute(StringBuilder to, String name, double value) {
        to.append(' ').append(name).append("=\"");
        number(to, value, DECIMALS);
        to.append('"');
    }

    /** Text as XML may hold it: names come from clients, and may hold anything. */
    static void escape(StringBuilder to, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        to.append(c).append(text.charAt(++i));
                    } else {
                        to.append(isAllowed(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
    }

    /** Characters of XML 1.0, pairs of surrogates apart. */
    private static boolean isAllowed(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    static String color(Color color) {
        HexFormat hex = HexFormat.of();
        return "#"
                + hex.toHexDigits((byte) Math.round(color.getRed() * 255))
                + hex.toHexDigits((byte) Math.round(color.getGreen() * 255))
                + hex.toHexDigits((byte) Math.round(color.getBlue() * 255));
    }

    /** A font by its family, with a fallback for where it is not installed. */
    static void font(StringBuilder to, Font font) {
        to.append(" font-family=\"'");
        escape(to, font.getFamily().replace("'", ""));
        to.append("', sans-serif\" font-size=\"").append(number(font.getSize())).append('"');
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        if (style.contains("semibold")) {
            to.append(" font-weight=\"600\"");
        } else if (style.contains("bold")) {
            to.append(" font-weight=\"700\"");
        }
        if (style.contains("italic")) {
            to.append(" font-style=\"italic\"");
        }
    }

    static String anchor(TextAlignment align) {
        return switch (align) {
            case CENTER -> "middle";
            case RIGHT -> "end";
            case LEFT, JUSTIFY -> "start";
        };
    }
}
