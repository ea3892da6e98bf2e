// A plugin whose streams are to be measured, made on the spot.
import { madeJar } from './made-plugin.mjs'

const IMPORTS = [
  'io.reactivex.rxjava3.core;version="[3.1,4)"',
  'io.reactivex.rxjava3.functions;version="[3.1,4)"',
  'jakarta.validation.constraints;version="[3,4)"',
  'org.reactivestreams;version="[1,2)"',
]

const SOURCE = `package streams;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnStream;
import io.reactivex.rxjava3.core.Flowable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public final class Streams implements EventHandlers {
    record Trade(@NotBlank @Size(max = 12) String symbol, @Positive double price, @Min(1) @Max(1000) int size) {}
    record Sum(long trades, long size) {}
    record Run(@Min(1) int elements) {}
    record Ran(long trades, long nanos) {}
    record Tick(@Min(0) int socket, @Min(0) long number) {}
    record Range(int socket, long first, long last) {}
    record Part(String revision, List<Range> ranges) {}
    record Quote(long number, String text) {}

    static final class Total {
        long trades;
        long size;

        void add(Trade trade) {
            trades++;
            size += trade.size();
        }

        Sum sum() {
            return new Sum(trades, size);
        }
    }

    /** What has come of each socket, as ranges without a gap. */
    static final class Ranges {
        private final List<Range> done = new ArrayList<>();
        private final Map<Integer, Range> open = new HashMap<>();

        void add(Tick tick) {
            Range range = open.get(tick.socket());
            if (range != null && range.last() + 1 == tick.number()) {
                open.put(tick.socket(), new Range(tick.socket(), range.first(), tick.number()));
                return;
            }
            if (range != null) {
                done.add(range);
            }
            open.put(tick.socket(), new Range(tick.socket(), tick.number(), tick.number()));
        }

        List<Range> all() {
            done.addAll(open.values());
            return done;
        }
    }

    private final String revision = UUID.randomUUID().toString();

    /** From bytes on the socket. */
    @OnStream("trade")
    @Emits(event = "sum", payload = Sum.class)
    Flowable<Sum> sums(Flowable<Trade> trades) {
        return trades.filter(trade -> trade.price() >= 100)
                .window(100, MILLISECONDS)
                .flatMapSingle(window -> window.collect(Total::new, Total::add))
                .filter(total -> total.trades > 0)
                .map(Total::sum);
    }

    /** In process: elements that are there already, on the thread of the stream. */
    @OnStream("run")
    @Emits(event = "ran", payload = Ran.class)
    Flowable<Ran> run(Flowable<Run> runs) {
        Trade[] made = new Trade[1024];
        for (int i = 0; i < made.length; i++) {
            made[i] = new Trade("OAK", 99 + i % 2 * 2, 1 + i % 1000);
        }
        return runs.map(run -> {
            long began = System.nanoTime();
            long trades = Flowable.range(0, run.elements())
                    .map(i -> made[i & 1023])
                    .filter(trade -> trade.price() >= 100)
                    .window(1000)
                    .flatMapSingle(window -> window.collect(Total::new, Total::add))
                    .map(Total::sum)
                    .reduce(0L, (count, sum) -> count + sum.trades())
                    .blockingGet();
            return new Ran(trades, System.nanoTime() - began);
        });
    }

    /** What comes goes to everybody, or to whom has asked for it. */
    @OnStream("quote")
    @Emits(event = "quoted", payload = Quote.class)
    Flowable<Quote> quotes(Flowable<Quote> quotes) {
        return quotes;
    }

    /** Says which elements this revision has had. */
    @OnStream("tick")
    @Emits(event = "part", payload = Part.class)
    Flowable<Part> parts(Flowable<Tick> ticks) {
        return ticks.window(100, MILLISECONDS)
                .flatMapSingle(window -> window.collect(Ranges::new, Ranges::add))
                .map(Ranges::all)
                .filter(ranges -> !ranges.isEmpty())
                .map(ranges -> new Part(revision, ranges));
    }
}
`

/** The plugin, made with the JDK that runs the product. */
export function streamJar(product) {
  return madeJar(product, 'streams.Streams', SOURCE, '1.0.0', IMPORTS)
}
