package io.fastsocket.examples.chat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketNamespace;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Who has which nick. That is kept by the server: a socket's data holds its nick, and it is in a
 * room named after it. Kept here is only who is on the way in, between the handshake and the
 * connection: two at once with the same nick see each other here, and in no room yet.
 */
final class Nicks {

    static final int BLANK = 10001;
    static final int TOO_LONG = 10002;
    static final int TAKEN = 10003;
    static final int INVISIBLE = 10004;
    static final int LONGEST = 24;

    private static final String NICK = "nick";
    private static final String SECRET = "secret";
    private static final String ARRIVED = "arrived";
    private static final Pattern INVISIBLES = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    /** Ends a coming that nobody tells the end of: another plugin refused the client. */
    private static final Duration COMING = Duration.ofSeconds(10);

    private final ConcurrentMap<String, Coming> coming = new ConcurrentHashMap<>();

    /**
     * What a client says of itself when it connects.
     *
     * @param nick what it wants to be called
     * @param secret null, or something only this client knows: whoever comes with the same nick and
     *     secret takes the place of its earlier connection, which may be dead without anybody
     *     having noticed
     */
    record Claim(String nick, String secret) {}

    private record Coming(String socket, long since) {
        boolean over() {
            return System.nanoTime() - since > COMING.toNanos();
        }
    }

    /** The nick of a socket that was admitted. */
    static String of(Socket socket) {
        return socket.data().get(NICK, String.class).orElseThrow();
    }

    /** Gives the nick to the socket, or refuses. */
    void claim(Claim claim, Socket socket, SocketNamespace chat) {
        String nick = checked(claim.nick());
        String room = room(nick);
        coming.values().removeIf(Coming::over);
        Coming mine = new Coming(socket.id(), System.nanoTime());
        if (coming.putIfAbsent(room, mine) != null) {
            throw taken(nick);
        }
        // Only now, so that whoever has just arrived is found in one place or the other.
        for (Socket holder : chat.to(room).sockets()) {
            if (!sameClient(holder, claim.secret())) {
                coming.remove(room, mine);
                throw taken(nick);
            }
            holder.disconnect();
        }
        socket.data().put(NICK, nick);
        socket.data().put(SECRET, claim.secret());
        socket.join(room);
    }

    /** The socket is in its room now, or will never be. */
    void arrived(Socket socket) {
        coming.values().removeIf(one -> one.socket().equals(socket.id()));
    }

    /**
     * Of two who got the same nick, from two revisions of this plugin at a swap, the later one
     * leaves. Each says when it came before it looks for others, so at least one sees the other.
     */
    static void settle(Socket socket, SocketNamespace chat) {
        long mine = System.nanoTime();
        socket.data().put(ARRIVED, mine);
        String secret = socket.data().get(SECRET, String.class).orElse(null);
        for (Socket other : chat.to(room(of(socket))).sockets()) {
            long theirs = other.data().get(ARRIVED, Long.class).orElse(Long.MAX_VALUE);
            boolean earlier =
                    theirs < mine || (theirs == mine && other.id().compareTo(socket.id()) < 0);
            if (earlier && !other.id().equals(socket.id()) && !sameClient(other, secret)) {
                socket.disconnect();
                return;
            }
        }
    }

    private static String checked(String nick) {
        if (nick == null || nick.isBlank()) {
            // Where it is missing, a page that tries the chat out can mark its field.
            throw new EventException(
                    BLANK,
                    "a nick is needed",
                    List.of(new EventException.Detail("nick", "must not be blank")),
                    null);
        }
        String stripped = nick.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new EventException(TOO_LONG, "a nick has " + LONGEST + " characters at most");
        }
        if (INVISIBLES.matcher(stripped).find()) {
            throw new EventException(INVISIBLE, "a nick has no invisible characters");
        }
        return stripped;
    }

    /** Nicks that look alike are the same one. */
    private static String room(String nick) {
        String plain = Normalizer.normalize(nick, Normalizer.Form.NFKC);
        return "nick:" + plain.toLowerCase(Locale.ROOT);
    }

    private static boolean sameClient(Socket holder, String secret) {
        return secret != null
                && holder.data().get(SECRET, String.class).filter(secret::equals).isPresent();
    }

    private static EventException taken(String nick) {
        return new EventException(TAKEN, "the nick " + nick + " is taken");
    }
}
