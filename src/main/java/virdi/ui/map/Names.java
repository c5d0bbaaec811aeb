package virdi.ui.map;

import java.util.Comparator;

/** What the map reads out of names: their order for people, and what like ones have in common. */
final class Names {
    /** Orders "wire-2" before "wire-10". */
    static final Comparator<String> NATURAL = Names::compare;

    private Names() {}

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
