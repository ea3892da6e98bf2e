package io.fastsocket.shell.remote;

import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client asks, and where it was typed.
 *
 * @param what {@code run}
 * @param words the command and its arguments
 * @param directory the folder it was typed in
 * @param environment more about that place
 */
record Request(String what, List<String> words, Path directory, Map<String, String> environment) {

    /** More than Linux lets a command line have. */
    private static final int LARGEST = 4 << 20;

    static Request read(ChunkChannel channel) throws IOException {
        List<String> words = new ArrayList<>();
        Map<String, String> environment = new HashMap<>();
        Path directory = Path.of("/");
        int size = 0;
        while (true) {
            Chunk chunk = channel.read();
            size += chunk.data().length;
            if (size > LARGEST) {
                throw new IOException("a request of more than " + LARGEST + " bytes");
            }
            switch (chunk.type()) {
                case Chunk.ARGUMENT -> words.add(chunk.text());
                case Chunk.DIRECTORY -> directory = Path.of(chunk.text());
                case Chunk.ENVIRONMENT -> {
                    String[] pair = chunk.text().split("=", 2);
                    environment.put(pair[0], pair.length == 1 ? "" : pair[1]);
                }
                case Chunk.COMMAND -> {
                    return new Request(chunk.text(), words, directory, environment);
                }
                default -> throw new IOException("a chunk of type " + chunk.type());
            }
        }
    }

    Console console(InputStream in, PrintStream out, PrintStream err) {
        boolean watched = environment.containsKey("WATCHED");
        return new Console(
                in, out, err, Terminal.of(environment), watched, directory, what.equals("shell"));
    }
}
