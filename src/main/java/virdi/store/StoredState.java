package virdi.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.AuditEntry;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;

/**
 * The tables, read whole at start and written in steps.
 *
 * @param levels units per resource
 * @param rules in the order they were laid down
 * @param settings by name
 * @param audit newest first
 */
record StoredState(
        Map<ResourceId, Long> levels, List<OperatorRule> rules, Map<String, String> settings, List<AuditEntry> audit) {
    static StoredState read(Connection on) throws SQLException {
        Map<ResourceId, Long> levels = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        List<OperatorRule> rules = new ArrayList<>();
        List<AuditEntry> audit = new ArrayList<>();
        try (Statement statement = on.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT resource, units FROM tank")) {
                while (row.next()) {
                    levels.put(new ResourceId(row.getString(1)), row.getLong(2));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT name, text FROM setting")) {
                while (row.next()) {
                    settings.put(row.getString(1), row.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery(RuleRow.SELECT)) {
                while (row.next()) {
                    rules.add(RuleRow.read(row).rule());
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT epoch_millis, act, outcome, done FROM audit ORDER BY id DESC")) {
                while (row.next() && audit.size() < AuditLog.KEPT) {
                    audit.add(new AuditEntry(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
                }
            }
        }
        return new StoredState(Map.copyOf(levels), List.copyOf(rules), Map.copyOf(settings), List.copyOf(audit));
    }

    static void writeLevels(Connection on, Map<ResourceId, Long> changed) throws SQLException {
        try (PreparedStatement merge = on.prepareStatement("MERGE INTO tank (resource, units) VALUES (?, ?)")) {
            for (Map.Entry<ResourceId, Long> level : changed.entrySet()) {
                merge.setString(1, level.getKey().value());
                merge.setLong(2, level.getValue());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    static void writeRules(Connection on, List<OperatorRule> rules) throws SQLException {
        try (Statement delete = on.createStatement();
                PreparedStatement insert = on.prepareStatement(RuleRow.INSERT)) {
            delete.execute("DELETE FROM rule");
            for (OperatorRule rule : rules) {
                var row = RuleRow.of(rule);
                if (row.isPresent()) {
                    row.get().bind(insert);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static void writeSettings(Connection on, Map<String, String> changed) throws SQLException {
        try (PreparedStatement merge = on.prepareStatement("MERGE INTO setting (name, text) VALUES (?, ?)")) {
            for (Map.Entry<String, String> setting : changed.entrySet()) {
                merge.setString(1, setting.getKey());
                merge.setString(2, setting.getValue());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    static void writeAudit(Connection on, List<AuditEntry> entries) throws SQLException {
        try (PreparedStatement insert = on.prepareStatement(
                        "INSERT INTO audit (epoch_millis, act, outcome, done) VALUES (?, ?, ?, ?)");
                Statement trim = on.createStatement()) {
            for (AuditEntry entry : entries) {
                insert.setLong(1, entry.epochMillis());
                insert.setString(2, entry.act());
                insert.setString(3, entry.outcome());
                insert.setBoolean(4, entry.done());
                insert.addBatch();
            }
            insert.executeBatch();
            trim.execute("DELETE FROM audit WHERE id <= (SELECT MAX(id) FROM audit) - " + AuditLog.KEPT);
        }
    }
}
