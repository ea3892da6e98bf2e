package io.fastsocket.examples.market;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.TestScheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Streams as drawings. Each character is a frame of 100 ms: a hyphen is nothing, a bar the end,
 * anything else an element; what stands in brackets comes in the same frame.
 */
final class Marbles {

    private static final long FRAME = 100;

    private final TestScheduler clock;

    Marbles(TestScheduler clock) {
        this.clock = clock;
    }

    /** The stream that is drawn, from now on. */
    <T> Flowable<T> stream(String drawing, Map<Character, T> elements) {
        PublishProcessor<T> stream = PublishProcessor.create();
        long frame = 0;
        boolean together = false;
        for (char mark : drawing.toCharArray()) {
            long at = frame * FRAME;
            if (mark == '|') {
                clock.scheduleDirect(stream::onComplete, at, MILLISECONDS);
            } else if (elements.containsKey(mark)) {
                T element = elements.get(mark);
                clock.scheduleDirect(() -> stream.onNext(element), at, MILLISECONDS);
            } else if (mark != '-' && mark != '(' && mark != ')') {
                throw new IllegalArgumentException("no element " + mark + " for " + drawing);
            }
            together = mark == '(' || together && mark != ')';
            frame += together ? 0 : 1;
        }
        return stream;
    }

    /**
     * Draws so many frames of what comes out; an element that has no name as it is. What comes in
     * one frame is in alphabetical order, the end last.
     */
    <T> String drawn(Flowable<T> stream, Map<Character, T> names, int frames) {
        List<String> frame = new ArrayList<>();
        stream.subscribe(
                element -> frame.add(name(element, names)),
                error -> frame.add(String.valueOf(error)),
                () -> frame.add("|"));
        StringBuilder drawing = new StringBuilder();
        for (int i = 0; i < frames; i++) {
            clock.advanceTimeTo(i * FRAME, MILLISECONDS);
            Collections.sort(frame);
            String marks = String.join("", frame);
            drawing.append(frame.isEmpty() ? "-" : frame.size() == 1 ? marks : "(" + marks + ")");
            frame.clear();
        }
        return drawing.toString();
    }

    private static <T> String name(T element, Map<Character, T> names) {
        return names.entrySet().stream()
                .filter(named -> named.getValue().equals(element))
                .map(named -> String.valueOf(named.getKey()))
                .findFirst()
                .orElse(String.valueOf(element));
    }
}
