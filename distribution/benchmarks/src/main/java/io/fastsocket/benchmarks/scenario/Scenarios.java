package io.fastsocket.benchmarks.scenario;

import java.util.List;

/** All scenarios. */
public final class Scenarios {

    /** Events handled inline, their JSON passed on. */
    public static final String ECHO = "echo";

    /** The result of {@link IdleScenario}. */
    public static final String IDLE = "idle";

    /** The result of {@link SlowScenario}. */
    public static final String SLOW = "slow-consumer";

    /** The result of {@link CalmScenario}. */
    public static final String CALM = "ack-beside-broadcast";

    private Scenarios() {}

    /**
     * The scenarios, in the order of the tables.
     *
     * @param small whether those that take long are to take less
     * @return the scenarios
     */
    public static List<Scenario> all(boolean small) {
        return List.of(
                new AckScenario(ECHO, "echo, 50 clients × 8 in flight", Exchange.ECHO, 50, 8),
                new AckScenario("order", "order, 50 × 8", Exchange.ORDER, 50, 8),
                new AckScenario("order-single", "order, 100 × 1", Exchange.ORDER, 100, 1),
                new BroadcastScenario("broadcast-100", "broadcast to 100", 100),
                new BroadcastScenario("broadcast-1000", "broadcast to 1,000", 1000),
                new ConnectScenario("connects", "connects"),
                new PollingScenario("polling", "polling, echo 50 × 1", 50),
                new MixedScenario("mixed", "mixed, 50 × 4", 50),
                new CalmScenario(CALM, "p99 beside broadcasts to 1,000", 1000),
                new IdleScenario(IDLE, "idle connections", small ? 2_000 : 10_000),
                new SlowScenario(SLOW, "slow consumer", small ? 60 : 200));
    }
}
