package io.fastsocket.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the deployer, from {@code etc/io.fastsocket.plugins.cfg}. */
@ObjectClassDefinition(
        id = Deployer.PID,
        name = "Plugins",
        description = "How plugins/ is watched and how plugins are swapped.")
@interface DeployerConfig {

    /** Milliseconds; file events, where the system delivers them, are acted on at once. */
    @AttributeDefinition(
            name = "Scan interval",
            description =
                    "How often plugins/ is looked through, in milliseconds. File events are acted"
                            + " on at once; where none arrive (bind mounts) this is the delay.",
            min = "10",
            max = "60000")
    long scanInterval() default 100;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Incomplete time",
            description =
                    "How long after its last growth an incomplete JAR is refused, in milliseconds.",
            min = "100",
            max = "600000")
    long incompleteTime() default 2_000;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Remove grace",
            description =
                    "How long a file must be gone before its plugin is removed, in milliseconds:"
                            + " deleting and copying within that time is a swap.",
            min = "0",
            max = "60000")
    long removeGrace() default 1_000;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Start time",
            description =
                    "How long a plugin may take to start, in milliseconds; then it is refused.",
            min = "100",
            max = "600000")
    long startTime() default 10_000;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Drain time",
            description =
                    "How long a replaced plugin may take to end its events in flight, in"
                            + " milliseconds; then they are interrupted and answered with 5004, and"
                            + " it is stopped.",
            min = "0",
            max = "3600000")
    long drainTime() default 30_000;

    /** A number of files. */
    @AttributeDefinition(
            name = "Revisions kept",
            description =
                    "How many JARs that are no longer in use stay in var/revisions; the oldest go"
                            + " first.",
            min = "0",
            max = "10000")
    int keepRevisions() default 20;

    /** Milliseconds. */
    @AttributeDefinition(
            name = "Watch time",
            description =
                    "How long a new version is watched, in milliseconds: if clearly more of its calls"
                            + " fail, violate the contract or are slow than those of the version"
                            + " before, that one is put back. 0 does not look.",
            min = "0",
            max = "3600000")
    long watchTime() default 60_000;

    /** A word. */
    @AttributeDefinition(
            name = "Breaking",
            description =
                    "What is done about a new version of a plugin whose contract breaks what"
                            + " clients of the old one rely on: refuse keeps it out until somebody"
                            + " allows it, warn lets it in and says so in the log and the history,"
                            + " off does not look.")
    String breaking() default "refuse";

    /** A word. */
    @AttributeDefinition(
            name = "Unclear",
            description =
                    "The same for changes of a contract of which cannot be decided whether they"
                            + " break clients.")
    String unclear() default "refuse";

    /** For single plugins. */
    @AttributeDefinition(
            name = "Plugins",
            description =
                    "Plugins for which it is otherwise, by commas, each a symbolic name with"
                            + " breaking=MODE, unclear=MODE, drainTime=MILLISECONDS or several of"
                            + " them after it, such as com.example.shop breaking=warn"
                            + " drainTime=5000.")
    String[] plugins() default {};

    /** Milliseconds; 0 to leave it to the JVM. */
    @AttributeDefinition(
            name = "Collect time",
            description =
                    "How long after a revision went out of service the JVM is asked to collect its"
                            + " classes, in milliseconds, if it has not by itself: once no event"
                            + " has been handled for a second, and at most once in ten times this"
                            + " time. 0: never.",
            min = "0",
            max = "3600000")
    long collectTime() default 5_000;
}
