package io.fastsocket.registry;

import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.LimitTable;
import io.fastsocket.registry.isolation.Limits;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Reads and checks the limits of plugins. */
final class PluginLimits {

    private final String file;
    private final Map<Limit, LongSupplier> values = new EnumMap<>(Limit.class);

    private PluginLimits(String file, RegistryConfiguration from) {
        this.file = file;
        values.put(Limit.HANDLER_TIMEOUT, from::handlerTimeout);
        values.put(Limit.OVERRUN_LIMIT, from::overrunLimit);
        values.put(Limit.CONCURRENT_LIMIT, from::concurrentLimit);
        values.put(Limit.WAIT_LIMIT, from::waitLimit);
        values.put(Limit.WAIT_TIME, from::waitTime);
        values.put(Limit.BREAKER_ERRORS, from::breakerErrors);
        values.put(Limit.BREAKER_CALLS, from::breakerCalls);
        values.put(Limit.BREAKER_WINDOW, from::breakerWindow);
        values.put(Limit.BREAKER_PAUSE, from::breakerPause);
        values.put(Limit.BREAKER_PROBES, from::breakerProbes);
        values.put(Limit.EMIT_LIMIT, from::emitLimit);
        values.put(Limit.ALLOCATION_LIMIT, from::allocationLimit);
    }

    /** Throws IllegalArgumentException naming file, key, value and what is allowed. */
    static LimitTable of(String file, RegistryConfiguration from) {
        PluginLimits reader = new PluginLimits(file, from);
        Limits all = reader.all();
        Map<String, Limits> plugins = new HashMap<>();
        for (String entry : String.join(",", from.plugins()).split(",")) {
            if (!entry.isBlank()) {
                String[] words = entry.strip().split("\\s+");
                plugins.put(words[0], reader.own(all, words));
            }
        }
        return new LimitTable(all, plugins);
    }

    private Limits all() {
        Limits all = Limits.DEFAULTS;
        for (Map.Entry<Limit, LongSupplier> each : values.entrySet()) {
            Limit limit = each.getKey();
            all =
                    all.with(
                            limit,
                            Configurations.check(
                                    limit.key(), each.getValue(), limit.min(), limit.max()));
        }
        return all;
    }

    private Limits own(Limits all, String... words) {
        if (words.length == 1) {
            throw fault(words[0], "needs KEY=NUMBER after it, such as concurrentLimit=50");
        }
        Limits own = all;
        for (int i = 1; i < words.length; i++) {
            String[] setting = words[i].split("=", 2);
            Limit limit = Limit.of(setting[0]).orElse(null);
            if (limit == null || setting.length == 1) {
                throw fault(words[0], words[i] + " is no limit of a plugin with a number");
            }
            try {
                own = own.with(limit, Long.parseLong(setting[1]));
            } catch (NumberFormatException e) {
                throw fault(words[0], words[i] + " is no number");
            } catch (IllegalArgumentException e) {
                throw fault(words[0], e.getMessage());
            }
        }
        return own;
    }

    private IllegalArgumentException fault(String plugin, String what) {
        return new IllegalArgumentException(file + ": plugins: " + plugin + ": " + what);
    }
}
