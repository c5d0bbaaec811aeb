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
import virdi.app.process.CannotStart;

/**
 * Reads the settings file: YAML, keys nested ({@code server:} over {@code port:}) or dotted. It is read as a tree of
 * marked nodes, not as values, so that a complaint can name the line.
 */
public final class SettingsFile {
    /** Deeper than any key; a YAML alias may point at its own parent and would never end. */
    private static final int DEEPEST = 8;

    private final Path file;
    private final SettingValues values;
    private final Map<String, Integer> lineOfKey = new HashMap<>();

    private SettingsFile(Path file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /** Lays everything that a file gives over the values. */
    public static void lay(Path file, SettingValues values) throws CannotStart {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("The settings file " + file + " (--config) is not there; expected a YAML file.");
        }
        try (var reader = Files.newBufferedReader(file)) {
            var compose =
                    new Compose(LoadSettings.builder().setLabel(file.toString()).build());
            Optional<Node> root = compose.composeReader(reader);
            if (root.isPresent()) {
                new SettingsFile(file, values).layRoot(root.get());
            }
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new CannotStart(file + line + " is not YAML: " + e.getProblem() + ".", e);
        } catch (YamlEngineException | IOException | UncheckedIOException e) {
            throw new CannotStart("The settings file " + file + " (--config) cannot be read: " + e.getMessage(), e);
        }
    }

    private void layRoot(Node root) throws CannotStart {
        if (root instanceof MappingNode mapping) {
            layAll("", mapping, 0);
        } else {
            throw new CannotStart(origin(root) + " is not a list of settings; expected \"key: value\" lines.");
        }
    }

    private void layAll(String prefix, MappingNode mapping, int depth) throws CannotStart {
        if (depth > DEEPEST) {
            throw new CannotStart(origin(mapping) + " is nested too deeply; expected \"key: value\" lines.");
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new CannotStart(origin(entry.getKeyNode()) + " has a key that is not a word.");
            }
            layOne(prefix + key.getValue(), entry.getKeyNode(), entry.getValueNode(), depth);
        }
    }

    private void layOne(String name, Node key, Node value, int depth) throws CannotStart {
        switch (value) {
            case MappingNode section -> layAll(name + ".", section, depth + 1);
            case ScalarNode scalar -> {
                Integer earlier = lineOfKey.putIfAbsent(name, line(key));
                if (earlier != null) {
                    throw new CannotStart(name + " (" + origin(key) + ") was given in line " + earlier + " already.");
                }
                values.lay(name, scalar.getValue(), origin(key), directory());
            }
            default -> throw new CannotStart(name + " (" + origin(key) + ") is a list; expected one value.");
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
