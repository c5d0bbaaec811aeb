package virdi.model;

import java.util.Comparator;

/** The order in which people count: "wire-2" comes before "wire-10", and both by what comes before the number. Stateless. */
public final class NaturalOrder {
    /** Orders texts character by character, but digits that follow each other by the number that they are. */
    public static final Comparator<String> OF_TEXTS = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int iEnd = digitsEnd(a, i);
                int jEnd = digitsEnd(b, j);
                int numbers = compareDigits(a, i, iEnd, b, j, jEnd);
                if (numbers != 0) {
                    return numbers;
                }
                i = iEnd;
                j = jEnd;
            } else if (x != y) {
                return Character.compare(x, y);
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int compareDigits(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
        int i = aFrom;
        int j = bFrom;
        while (i < aEnd - 1 && a.charAt(i) == '0') {
            i++;
        }
        while (j < bEnd - 1 && b.charAt(j) == '0') {
            j++;
        }
        int lengths = Integer.compare(aEnd - i, bEnd - j);
        while (lengths == 0 && i < aEnd) {
            lengths = Character.compare(a.charAt(i++), b.charAt(j++));
        }
        return lengths;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
