package io.fastsocket.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The document for people, with its picture. */
public final class Page {

    private static final String PAGE = "benchmarks.md";
    private static final String PICTURE = "benchmarks.svg";

    private Page() {}

    /**
     * Writes page and picture.
     *
     * @param folder of the documents
     * @param results of a run
     * @param circumstances how they came about
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, Results results, Circumstances circumstances)
            throws IOException {
        Tables tables = new Tables(results);
        String page =
                String.format(
                        """
                        # Benchmarks

                        How FastSocket compares with other servers under the same load. Written by the command below; [its page](../benchmarks/README.md) says how to run it yourself.

                        ![Messages per second of the server's processor time](%s)

                        | | |
                        |---|---|
                        | date | %s |
                        | machine | %s |
                        | cores | %s |
                        | command | `%s` |
                        | each figure | the median of %d rounds of %d s, after a server has become as fast as it gets or %d s have passed; servers take turns |

                        FastSocket runs as shipped, with metrics and logs on, with the example plugin `echo`; the others have the same handlers and checks. netty-socketio runs as it comes; the JVMs have the same
                        heap and collector. Every message is checked: its number, its order, all of its bytes. A server that lost, repeated, reordered or altered any has no figure but says so.

                        ## What was to be reached

                        %s
                        ## Messages per second of processor time

                        Processor time of the whole server process, in user mode and in the kernel. Times are round trips as the load generator sees them while it sends as fast as it is answered; for `connects` from dialling to
                        the answer to CONNECT, for broadcasts to each member.

                        %s
                        ## Answers beside broadcasts

                        4,000 `echo` a second from 50 clients, alone and while 20 broadcasts a second go to a room of 1,000 others, on one core.

                        %s
                        ## Idle connections

                        Growth of resident memory by 10,000 connections in a namespace that do nothing, after others have come and gone; nobody is made to collect garbage.

                        %s
                        ## A slow consumer

                        200 MB are broadcast to a room of six, one of which does not read.

                        %s""",
                        PICTURE,
                        circumstances.date(),
                        circumstances.machine(),
                        circumstances.cores(),
                        circumstances.command(),
                        circumstances.rounds(),
                        circumstances.seconds(),
                        circumstances.warmUp(),
                        markdown(tables.goals()),
                        markdown(tables.throughput()),
                        markdown(tables.calm()),
                        markdown(tables.idle()),
                        markdown(tables.slow()));
        Files.writeString(folder.resolve(PAGE), page);
        Files.writeString(folder.resolve(PICTURE), Picture.of(results));
    }

    private static String markdown(Tables.Table table) {
        StringBuilder text = new StringBuilder();
        text.append(line(table.head()));
        boolean names = table.head().get(0).equals("scenario");
        for (int i = 0; i < table.head().size(); i++) {
            text.append(i == 0 || (i == 1 && names) ? "|---" : "|---:");
        }
        text.append("|\n");
        table.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells).replace("\n", " ") + " |\n";
    }
}
