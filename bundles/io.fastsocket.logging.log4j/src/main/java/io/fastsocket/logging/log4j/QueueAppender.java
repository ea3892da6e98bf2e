package io.fastsocket.logging.log4j;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A bounded queue before another appender, which it holds and which a thread of its own writes to:
 * {@code type = Queue} in a Log4j configuration. Whoever logs never waits.
 */
@Plugin(
        name = "Queue",
        category = Core.CATEGORY_NAME,
        elementType = Appender.ELEMENT_TYPE,
        printObject = true)
public final class QueueAppender extends AbstractAppender {

    private static final int LINES = 16_384;
    private static final long CHARACTERS = 8_000_000;
    private static final long END_WITHIN = TimeUnit.SECONDS.toNanos(2);

    private final Appender target;
    private final LoggerContext context;
    private final LineQueue queue;
    private final Pace pace;
    private final Losses overload = new Losses();
    private final Losses paced = new Losses();
    private final LineWriter writer;
    private final Thread thread;

    private QueueAppender(
            String name,
            Filter filter,
            Appender target,
            LoggerContext context,
            LineQueue queue,
            Pace pace,
            boolean frameworkTraces) {
        super(name, filter, null, true, Property.EMPTY_ARRAY);
        this.target = target;
        this.context = context;
        this.queue = queue;
        this.pace = pace;
        Totals totals = Totals.of(name);
        Destination destination =
                new Destination(
                        target, new Outage(title(target)), totals.dropped(), frameworkTraces);
        writer = new LineWriter(queue, pace, destination, overload, paced, totals);
        thread = Thread.ofPlatform().daemon().name("fastsocket-log-" + name).unstarted(writer);
    }

    /**
     * Called by Log4j.
     *
     * @param name of the appender
     * @param lines how many lines may wait; 0 for 16,384
     * @param characters how many characters they may have together; 0 for 8 million
     * @param linesPerSecond how many lines a second are let through; 0 for no limit
     * @param frameworkTraces whether stack traces through the OSGi framework are written; without
     *     them there is the cause, in the same line
     * @param filter of the lines; may be null
     * @param target the appender behind the queue
     * @param configuration that this belongs to
     * @return the appender, or null after an error in the configuration
     */
    @PluginFactory
    public static QueueAppender create(
            @PluginAttribute("name") String name,
            @PluginAttribute("lines") int lines,
            @PluginAttribute("characters") long characters,
            @PluginAttribute("linesPerSecond") int linesPerSecond,
            @PluginAttribute(value = "frameworkTraces", defaultBoolean = true)
                    boolean frameworkTraces,
            @PluginElement("Filter") Filter filter,
            @PluginElement("Appender") Appender target,
            @PluginConfiguration Configuration configuration) {
        if (name == null || target == null) {
            LOGGER.error("An appender of type Queue needs a name, and an appender in it");
            return null;
        }
        return new QueueAppender(
                name,
                filter,
                target,
                configuration.getLoggerContext(),
                new LineQueue(lines > 0 ? lines : LINES, characters > 0 ? characters : CHARACTERS),
                new Pace(linesPerSecond),
                frameworkTraces);
    }

    private static String title(Appender target) {
        if (target instanceof RollingFileAppender file) {
            return file.getFileName();
        }
        return target instanceof FileAppender file
                ? file.getFileName()
                : "The log's appender " + target.getName();
    }

    @Override
    public void append(LogEvent event) {
        Level level = event.getLevel();
        if (!pace.allows(level, event.getTimeMillis())) {
            paced.count(level);
        } else if (!queue.takes(level)) {
            overload.count(level);
        } else {
            queue.add(Lines.copy(event, LogBackend.context()));
        }
    }

    @Override
    public void start() {
        target.start();
        thread.start();
        LogBackend.started(context);
        super.start();
    }

    @Override
    public boolean stop(long timeout, TimeUnit unit) {
        setStopping();
        writer.end(END_WITHIN);
        LockSupport.unpark(thread);
        boolean interrupted = false;
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(END_WITHIN) + 500);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        target.stop();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        setStopped();
        return true;
    }
}
