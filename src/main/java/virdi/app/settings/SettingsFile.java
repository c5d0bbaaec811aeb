package virdi.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import virdi.app.process.StartupException;

/**
 * Reads the settings file: YAML, with nested keys ({@code server:} above {@code port:}) or dotted ones. Reads it as a tree of
 * nodes with line numbers, so that an error can name the line. Main thread only.
 */
public final class SettingsFile {
    /** Deeper than any key. A YAML alias can point at its own parent, which would never end. */
    private static final int DEEPEST = 8;

    private final Path file;
    private final SettingValues values;
    private final Map<String, Integer> lineOfKey = new HashMap<>();

    private SettingsFile(Path file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /** Puts all settings of a file into the values. */
    public static void read(Path file, SettingValues values) throws StartupException {
        if (!Files.isRegularFile(file)) {
            throw new StartupException("The settings file " + file + " (--config) is not there; expected a YAML file.");
        }
        try (var reader = Files.newBufferedReader(file)) {
            var compose =
                    new Compose(LoadSettings.builder().setLabel(file.toString()).build());
            Optional<Node> root = compose.composeReader(reader);
            if (root.isPresent()) {
                new SettingsFile(file, values).readRoot(root.get());
            }
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new StartupException(file + line + " is not YAML: " + e.getProblem() + ".", e);
        } catch (YamlEngineException | IOException | UncheckedIOException e) {
            throw new StartupException(
                    "The settings file " + file + " (--config) cannot be read: " + e.getMessage(), e);
        }
    }

    private void readRoot(Node root) throws StartupException {
        if (root instanceof MappingNode mapping) {
            readMapping("", mapping, 0);
        } else {
            throw new StartupException(origin(root) + " is not a list of settings; expected \"key: value\" lines.");
        }
    }

    private void readMapping(String prefix, MappingNode mapping, int depth) throws StartupException {
        if (depth > DEEPEST) {
            throw new StartupException(origin(mapping) + " is nested too deeply; expected \"key: value\" lines.");
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new StartupException(origin(entry.getKeyNode()) + " has a key that is not a word.");
            }
            readEntry(prefix + key.getValue(), entry.getKeyNode(), entry.getValueNode(), depth);
        }
    }

    private void readEntry(String name, Node key, Node value, int depth) throws StartupException {
        switch (value) {
            case MappingNode section -> readMapping(name + ".", section, depth + 1);
            case ScalarNode scalar -> {
                Integer earlier = lineOfKey.putIfAbsent(name, line(key));
                if (earlier != null) {
                    throw new StartupException(
                            name + " (" + origin(key) + ") was given in line " + earlier + " already.");
                }
                values.put(name, scalar.getValue(), origin(key), directory());
            }
            default -> throw new StartupException(name + " (" + origin(key) + ") is a list; expected one value.");
        }
    }

    private String origin(Node node) {
        return file.getFileName() + ":" + line(node);
    }

    /** A relative path in a file is relative to the file. */
    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
