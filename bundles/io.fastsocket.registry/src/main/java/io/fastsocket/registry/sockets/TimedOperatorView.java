package io.fastsocket.registry.sockets;

import io.fastsocket.api.Answers;
import io.fastsocket.api.TimedBroadcast;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks many clients at once, within a time limit; the question is encoded once. */
record TimedOperatorView(OperatorView choice, Duration limit) implements TimedBroadcast {

    @Override
    public <T> CompletionStage<Answers<T>> emitWithAck(
            String event, Object[] arguments, Class<T> answer) {
        Names.checkEvent(event);
        Scope scope = choice.scope();
        Payload question = scope.encode(choice.namespace(), event, arguments);
        Map<String, CompletableFuture<T>> asked = new LinkedHashMap<>();
        choice.states()
                .forEach(
                        state ->
                                asked.put(
                                        state.client().id(),
                                        TimedView.ask(scope, state, question, limit, answer)));
        CompletableFuture<Answers<T>> all = new CompletableFuture<>();
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .whenComplete((nothing, failure) -> all.complete(answers(asked)));
        return all;
    }

    private static <T> Answers<T> answers(Map<String, CompletableFuture<T>> asked) {
        List<T> values = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        asked.forEach(
                (id, answer) -> {
                    if (answer.isCompletedExceptionally()) {
                        missing.add(id);
                    } else {
                        values.add(answer.join());
                    }
                });
        return new Answers<>(values, missing);
    }
}
