package io.fastsocket.registry;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.Impact;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.transport.Payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks after contracts: finds fault with what it is told to, and keeps what it is told. */
final class FakeKeeper implements ContractKeeper {

    final List<String> open = new ArrayList<>();
    final LengthCheck check = new LengthCheck();
    final List<String> declared = new ArrayList<>();
    final List<String> unhandled = new CopyOnWriteArrayList<>();

    @Override
    public String document(ServedPlugin plugin) {
        return plugin.plugin()
                + " "
                + plugin.handled().stream().map(HandledEvent::event).sorted().toList();
    }

    @Override
    public List<Change> changes(String old, String changed) {
        return List.of(change("/", old + " -> " + changed));
    }

    @Override
    public void unhandled(String namespace, String event, Payload arguments) {
        unhandled.add(namespace + " " + event + " " + arguments);
    }

    @Override
    public RevisionContract open(String plugin, String version, Map<String, byte[]> files) {
        open.add(plugin);
        return new RevisionContract() {
            @Override
            public List<String> problems() {
                return plugin.equals("bad") ? List.of("not valid") : List.of();
            }

            @Override
            public List<String> conflicts(RevisionContract other) {
                return List.of("in conflict");
            }

            @Override
            public void declares(EmittedEvent event) {
                declared.add(event.event());
            }

            @Override
            public PayloadCheck received(HandledEvent event) {
                return event.event().equals("now") ? check : null;
            }

            @Override
            public PayloadCheck answered(HandledEvent event) {
                return event.event().equals("ack") ? check : null;
            }

            @Override
            public PayloadCheck sent(String namespace, String event) {
                return check;
            }

            @Override
            public void close() {
                open.remove(plugin);
            }
        };
    }

    static Change change(String namespace, String event) {
        return new Change(
                Impact.BREAKING, Direction.RECEIVED, namespace, event, "", true, "is gone");
    }

    /** Finds fault with long arguments. */
    static final class LengthCheck implements PayloadCheck {
        private int violations;
        boolean declared = true;

        @Override
        public boolean declared() {
            return declared;
        }

        @Override
        public List<Detail> check(Payload arguments) {
            boolean wrong = arguments.length() > 10;
            violations += wrong ? 1 : 0;
            return wrong ? List.of(new Detail("it", "is long")) : List.of();
        }

        @Override
        public long violations() {
            return violations;
        }
    }
}
