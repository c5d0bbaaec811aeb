package virdi.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/**
 * A rule as a row of its table.
 *
 * @param kind throttle, block or capacity
 * @param target what kind of target it is on
 * @param amount units per minute of a throttle, units of a capacity, 0 of a block
 */
record RuleRow(
        String kind,
        String target,
        @Nullable String client,
        @Nullable String resource,
        @Nullable String consumer,
        long amount,
        @Nullable String reason,
        @Nullable Long untilEpochMillis) {
    static final String INSERT = "INSERT INTO rule (kind, target, client, resource, consumer, amount, reason,"
            + " until_epoch_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String SELECT = "SELECT kind, target, client, resource, consumer, amount, reason, until_epoch_millis"
            + " FROM rule ORDER BY id";

    /** The row of a rule; empty for a rule on one stream, which no restart outlives. */
    static Optional<RuleRow> of(OperatorRule rule) {
        return switch (rule) {
            case OperatorRule.Throttled throttle ->
                onTarget(
                        "throttle",
                        throttle.target(),
                        throttle.pace().unitsPerMinute(),
                        null,
                        throttle.untilEpochMillis());
            case OperatorRule.Blocked block ->
                onTarget("block", block.target(), 0, block.reason(), block.untilEpochMillis());
            case OperatorRule.CapacitySet capacity ->
                onTarget("capacity", new Target.Resource(capacity.resource()), capacity.capacityUnits(), null, null);
        };
    }

    private static Optional<RuleRow> onTarget(
            String kind, Target target, long amount, @Nullable String reason, @Nullable Long until) {
        Named named = switch (target) {
            case Target.OneStream ignored -> null;
            case Target.Client it -> new Named("client", it.client(), null, null);
            case Target.Resource it -> new Named("resource", null, it.resource(), null);
            case Target.Inflow it -> new Named("inflow", null, it.resource(), null);
            case Target.Outflow it -> new Named("outflow", null, it.resource(), null);
            case Target.Production it -> new Named("production", it.client(), it.resource(), null);
            case Target.Consumption it -> new Named("consumption", it.client(), null, it.consumer());
        };
        return Optional.ofNullable(named)
                .map(it -> new RuleRow(
                        kind,
                        it.target,
                        it.client == null ? null : it.client.value(),
                        it.resource == null ? null : it.resource.value(),
                        it.consumer == null ? null : it.consumer.value(),
                        amount,
                        reason,
                        until));
    }

    /** The names that a target is made of. */
    private record Named(
            String target,
            @Nullable ClientId client,
            @Nullable ResourceId resource,
            @Nullable ConsumerId consumer) {}

    /** The rule of this row. */
    OperatorRule rule() throws SQLException {
        return switch (kind) {
            case "throttle" -> new OperatorRule.Throttled(onWhat(), new Pace(amount), untilEpochMillis);
            case "block" -> new OperatorRule.Blocked(onWhat(), reason == null ? "" : reason, untilEpochMillis);
            case "capacity" -> new OperatorRule.CapacitySet(resourceId(), amount);
            default -> throw new SQLException("a rule of unknown kind \"" + kind + "\"");
        };
    }

    private Target onWhat() throws SQLException {
        return switch (target) {
            case "client" -> new Target.Client(clientId());
            case "resource" -> new Target.Resource(resourceId());
            case "inflow" -> new Target.Inflow(resourceId());
            case "outflow" -> new Target.Outflow(resourceId());
            case "production" -> new Target.Production(clientId(), resourceId());
            case "consumption" -> new Target.Consumption(clientId(), new ConsumerId(present(consumer)));
            default -> throw new SQLException("a rule on an unknown target \"" + target + "\"");
        };
    }

    private ClientId clientId() throws SQLException {
        return new ClientId(present(client));
    }

    private ResourceId resourceId() throws SQLException {
        return new ResourceId(present(resource));
    }

    private String present(@Nullable String column) throws SQLException {
        if (column == null) {
            throw new SQLException("a " + kind + " on a " + target + " without its name");
        }
        return column;
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setString(1, kind);
        insert.setString(2, target);
        insert.setString(3, client);
        insert.setString(4, resource);
        insert.setString(5, consumer);
        insert.setLong(6, amount);
        insert.setString(7, reason);
        insert.setObject(8, untilEpochMillis, Types.BIGINT);
    }

    static RuleRow read(ResultSet row) throws SQLException {
        return new RuleRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getObject(8, Long.class));
    }
}
