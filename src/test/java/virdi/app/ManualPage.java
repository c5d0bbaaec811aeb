package virdi.app;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import virdi.app.settings.SettingKey;
import virdi.app.settings.Settings;

/**
 * The manual page in the language of man(7), written from the parser's options and the list of settings, so that it
 * cannot say less than {@code --help}. Picocli's own generator writes AsciiDoc, which takes a Ruby program to become a
 * page. Any thread.
 */
final class ManualPage {
    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /** The whole page; the same for the same program, since it bears no date. */
    static String of(CommandSpec command, String version) {
        var manual = new ManualPage();
        String name = command.name();
        manual.line(".TH " + name.toUpperCase(Locale.ROOT).replace("-", "\\-") + " 1 \"\" \"Virdi Console " + version
                + "\" \"User Commands\"");
        manual.section("NAME");
        manual.line(text(name) + " \\- broker of virtual resources, and the live window on it");
        manual.synopsis(command);
        manual.section("DESCRIPTION");
        manual.say("Virdi distributes virtual resources between programs: some offer and produce them, others consume"
                + " them at a rate. Virdi Console is the broker between them, which gRPC clients connect to, and the"
                + " window that shows who makes what, who takes what, where it piles up and where it runs dry.");
        manual.line(".PP");
        manual.say("One program at a time uses a data directory. Started a second time with the same one, it brings the"
                + " first one's window forward and ends; with --demo it also has the first one start its demo. When the first one"
                + " has no window, or --headless was given, it is refused.");
        manual.options(command.options());
        manual.settings();
        manual.exitStatus();
        manual.files();
        manual.examples(name);
        return manual.page.toString();
    }

    private void synopsis(CommandSpec command) {
        section("SYNOPSIS");
        line("\\fB" + text(command.name()) + "\\fR");
        for (OptionSpec option : command.options()) {
            line("[" + spelled(option) + "]");
        }
    }

    private void options(List<OptionSpec> options) {
        section("OPTIONS");
        for (OptionSpec option : options) {
            item(spelled(option));
            say(String.join(" ", option.description()));
        }
    }

    private void settings() {
        section("SETTINGS");
        say("A default gives way to the file of --config, that to --set, and that to the options above. The file is"
                + " YAML, its keys nested or dotted.");
        for (SettingKey<?> key : Settings.KEYS) {
            item("\\fB" + text(key.name()) + "\\fR");
            say(sentence(key.meaning()) + " Takes " + key.expected() + ".");
            if (!key.defaultText().isEmpty()) {
                say("Default: " + key.defaultText());
            }
        }
    }

    private void exitStatus() {
        section("EXIT STATUS");
        item("0");
        say("The window was closed, or the one that was open already was brought forward.");
        item("1");
        say("The program failed; its log says how.");
        item("2");
        say("Something was asked that cannot be done; a sentence on standard error says what, and what to do instead.");
        item("143");
        say("It was ended by SIGTERM.");
    }

    private void files() {
        section("FILES");
        item("\\fI$XDG_DATA_HOME/virdi\\-console\\fR or \\fI~/.local/share/virdi\\-console\\fR");
        say("The data directory: rules, levels, audit log, window settings, and logs in \"logs\". That of --demo is"
                + " \"demo\" below it.");
    }

    private void examples(String name) {
        section("EXAMPLES");
        example(name + " --demo", "Look around in a small factory world.");
        example(name + " --headless --port 50052", "Run the broker alone, on another port.");
        example(name + " --set resources.capacity=500", "Let tanks hold 500 units.");
    }

    private void example(String command, String meaning) {
        item("\\fB" + text(command) + "\\fR");
        say(meaning);
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void item(String marked) {
        line(".TP");
        line(marked);
    }

    private void say(String plain) {
        line(text(plain));
    }

    private void line(String marked) {
        page.append(marked).append('\n');
    }

    private static String spelled(OptionSpec option) {
        String names = "\\fB" + text(String.join(", ", option.names())) + "\\fR";
        return option.arity().max() == 0 ? names : names + " \\fI" + text(option.paramLabel()) + "\\fR";
    }

    private static String sentence(String meaning) {
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
    }

    /** Takes the meaning from what man(7) would read as its own; a bare minus would become a hyphen. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
