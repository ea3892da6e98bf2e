package io.fastsocket.registry;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.fastsocket.registry.cfg}. */
@ObjectClassDefinition(
        name = "FastSocket registry",
        description = "How events wait for their handlers, and how long handlers may take.")
@interface RegistryConfiguration {

    @AttributeDefinition(
            name = "Queue limit",
            description =
                    "Events of one socket not yet handled, from which on its connection is not read;"
                            + " it is read again at half of that. A number of events.",
            min = "2",
            max = "1000000")
    int queueLimit() default 1000;

    @AttributeDefinition(
            name = "Queue bytes",
            description =
                    "Names, arguments and binaries of one socket's events not yet handled, from which"
                            + " on its connection is not read; it is read again at half of that, or"
                            + " when one event is left. In bytes.",
            min = "1000",
            max = "1000000000")
    long queueBytes() default 4_000_000;

    @AttributeDefinition(
            name = "Parking time",
            description =
                    "How long events wait, at most, for a handler that is being replaced. In"
                            + " milliseconds; 0 lets none wait.",
            min = "0",
            max = "600000")
    long parkTime() default 2000;

    @AttributeDefinition(
            name = "Parking limit",
            description =
                    "How many events wait, at most, for handlers that are being replaced, of all"
                            + " sockets together. A number of events.",
            min = "0",
            max = "10000000")
    int parkLimit() default 10_000;

    @AttributeDefinition(
            name = "Parking bytes",
            description =
                    "Names, arguments and binaries of events that wait, at most, for handlers that"
                            + " are being replaced, of all sockets together. In bytes.",
            min = "0",
            max = "100000000000")
    long parkBytes() default 64_000_000;

    @AttributeDefinition(
            name = "Handler time limit",
            description =
                    "How long a handler may take if it does not say itself. In milliseconds; 0 for no"
                            + " limit.",
            min = "0",
            max = "86400000")
    long handlerTimeout() default 30_000;

    @AttributeDefinition(
            name = "Inline limit",
            description =
                    "How long a handler marked inline may hold up the event loop. In milliseconds.",
            min = "1",
            max = "60000")
    long inlineLimit() default 5;

    @AttributeDefinition(
            name = "Inline overruns",
            description =
                    "After how many calls beyond the inline limit within 10 seconds a handler is moved"
                            + " to virtual threads, if they are at least one in 1000 of its calls"
                            + " lately or take a quarter of that time. A number of calls.",
            min = "1",
            max = "1000000")
    int inlineOverruns() default 3;

    @AttributeDefinition(
            name = "Call wait",
            description =
                    "How long a handler that goes away is held for its calls in flight. In"
                            + " milliseconds.",
            min = "0",
            max = "600000")
    long callWait() default 5000;

    @AttributeDefinition(
            name = "Subscription limit",
            description =
                    "How many events one socket may subscribe to at its own pace. A number of events;"
                            + " 0 for none.",
            min = "0",
            max = "100000")
    int subscriptionLimit() default 100;

    @AttributeDefinition(
            name = "Overrun limit",
            description =
                    "How many calls of one plugin may go on past their time limit before its events"
                            + " are refused until they return. A number of calls.",
            min = "1",
            max = "1000000")
    int overrunLimit() default 2;

    @AttributeDefinition(
            name = "Concurrent limit",
            description =
                    "How many calls of one plugin's event handlers may be under way at once; further"
                            + " events wait for one of them to end. A number of calls.",
            min = "1",
            max = "1000000")
    long concurrentLimit() default 10_000;

    @AttributeDefinition(
            name = "Wait limit",
            description =
                    "How many events wait so, at most, for each plugin; further ones are refused. A"
                            + " number of events.",
            min = "0",
            max = "10000000")
    long waitLimit() default 10_000;

    @AttributeDefinition(
            name = "Wait time",
            description =
                    "How long each of them waits, at most, before it is refused. In milliseconds.",
            min = "0",
            max = "600000")
    long waitTime() default 5000;

    @AttributeDefinition(
            name = "Breaker errors",
            description =
                    "How many of a hundred calls of one handler may fail by an exception or by its"
                            + " time limit before it is called no more for a while; its events are"
                            + " refused meanwhile. 0 for no breaker.",
            min = "0",
            max = "100")
    long breakerErrors() default 50;

    @AttributeDefinition(
            name = "Breaker calls",
            description = "Of how many calls at least that is judged. A number of calls.",
            min = "1",
            max = "1000000")
    long breakerCalls() default 20;

    @AttributeDefinition(
            name = "Breaker window",
            description = "How long failures are counted from one of them on. In milliseconds.",
            min = "100",
            max = "3600000")
    long breakerWindow() default 10_000;

    @AttributeDefinition(
            name = "Breaker pause",
            description =
                    "How long a handler is called no more before a few calls try whether it works"
                            + " again. In milliseconds.",
            min = "10",
            max = "3600000")
    long breakerPause() default 5000;

    @AttributeDefinition(
            name = "Breaker probes",
            description =
                    "How many calls try that; if one fails, the pause begins again. A number of calls.",
            min = "1",
            max = "1000")
    long breakerProbes() default 3;

    @AttributeDefinition(
            name = "Emit limit",
            description =
                    "How many events one plugin may send in a second, and four more for each event that"
                            + " it handles, before its handlers wait until there is time for the"
                            + " next; an event counts once, to however many clients it goes. A number"
                            + " of events; 0 for any number.",
            min = "0",
            max = "10000000")
    long emitLimit() default 10_000;

    @AttributeDefinition(
            name = "Allocation limit",
            description =
                    "How many megabytes one plugin may allocate in a second in calls that compute"
                            + " for more than some 10 ms, before further calls of handlers that do"
                            + " so as a rule wait; all plugins wait while the heap is collected."
                            + " In megabytes; 0 for any number.",
            min = "0",
            max = "1000000")
    long allocationLimit() default 1000;

    @AttributeDefinition(
            name = "Plugins",
            description =
                    "Plugins that have limits of their own, by commas, each a symbolic name with"
                            + " KEY=NUMBER after it for handlerTimeout, overrunLimit, and the keys from"
                            + " concurrentLimit on, such as com.example.shop concurrentLimit=50"
                            + " handlerTimeout=2000.")
    String[] plugins() default {};
}
