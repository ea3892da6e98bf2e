package io.fastsocket.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fastsocket.api.EventException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

/** Handlers are plain objects: a server in memory is all they need. */
class ChatTest {

    private final FakeServer server = new FakeServer();
    private Chat chat = new Chat();

    @Test
    void passesOnWhatIsSaidAndGivesAReceipt() {
        FakeSocket ada = enter("Ada", "lobby");
        FakeSocket bob = enter("Bob", "lobby");
        FakeSocket eve = enter("Eve", "garden");

        Chat.Receipt receipt = say(ada, "lobby", "hi");

        Message message = new Message(receipt.id(), "lobby", "Ada", "hi", receipt.time());
        assertEquals(List.of(message), bob.received("message"));
        assertTrue(ada.received("message").isEmpty(), "the sender has the receipt");
        assertTrue(eve.received("message").isEmpty(), "another room");
    }

    @Test
    void tellsWhoIsThereAndWhoComesAndGoes() {
        FakeSocket bob = enter("Bob", "lobby");
        FakeSocket ada = connect(chat, "Ada", null);

        assertEquals(List.of("Ada", "Bob"), join(ada, "lobby").members());
        join(ada, "lobby");
        chat.leave(new Chat.Room("lobby"), ada);
        chat.leave(new Chat.Room("lobby"), ada);
        join(ada, "lobby");
        leaveServer(ada);

        Chat.Presence presence = new Chat.Presence("lobby", "Ada");
        List<Chat.Presence> twice = List.of(presence, presence);
        assertEquals(twice, bob.received("joined"));
        assertEquals(twice, bob.received("left"));
        assertEquals(List.of("Bob"), join(bob, "lobby").members());
    }

    @Test
    void typingMayBeDropped() {
        FakeSocket ada = enter("Ada", "lobby");
        FakeSocket bob = enter("Bob", "lobby");

        chat.typing(new Chat.Room("lobby"), ada);

        assertEquals(List.of(new Chat.Presence("lobby", "Ada")), bob.received("typing?"));
    }

    @Test
    void onlyMembersSpeak() {
        FakeSocket ada = enter("Ada", "lobby");

        assertEquals(Chat.NOT_IN_ROOM, code(() -> say(ada, "garden", "hi")));
        assertEquals(Chat.NOT_IN_ROOM, code(() -> chat.typing(new Chat.Room("garden"), ada)));
    }

    @Test
    void roomsAreBounded() {
        FakeSocket ada = connect(chat, "Ada", null);
        IntStream.range(0, Chat.MOST_ROOMS).forEach(i -> join(ada, "room-" + i));

        assertEquals(Chat.TOO_MANY_ROOMS, code(() -> join(ada, "one-more")));
        assertEquals("room-0", join(ada, "room-0").room());
    }

    @ParameterizedTest
    @CsvSource({
        "10001, ",
        "10001, '  '",
        "10002, abcdefghijklmnopqrstuvwxy",
        "10003, Ada",
        "10003, ' aDA '",
        "10003, \uff21da",
        "10004, A\u200bda",
        "10004, A\u202eda"
    })
    void refusesNicks(int code, String nick) {
        enter("Ada", "lobby");

        assertEquals(code, code(() -> connect(chat, nick, null)));
    }

    @Test
    void aNickIsFreeAgainWhenItsHolderLeaves() {
        FakeSocket ada = enter("Ada", "lobby");
        leaveServer(ada);

        assertEquals(List.of("ada"), join(connect(chat, " ada ", null), "lobby").members());
    }

    @Test
    void twoAtOnceDoNotGetOneNick() {
        FakeSocket first = server.socket(new Nicks.Claim("Ada", null));
        FakeSocket second = server.socket(new Nicks.Claim("Ada", null));

        chat.admit(first.handshake(), first, server);

        assertEquals(Nicks.TAKEN, code(() -> chat.admit(second.handshake(), second, server)));
        chat.gone(first);
        chat.admit(second.handshake(), second, server);
    }

    @Test
    void twoAtOnceDoNotGetOneNickAtASwapEither() {
        FakeSocket first = server.socket(new Nicks.Claim("Ada", null));
        FakeSocket second = server.socket(new Nicks.Claim("Ada", null));
        Chat next = new Chat();
        chat.admit(first.handshake(), first, server);
        next.admit(second.handshake(), second, server);
        first.connect();
        second.connect();

        next.came(first, server);
        next.came(second, server);

        assertTrue(first.connected());
        assertFalse(second.connected());
    }

    @Test
    void whoComesBackTakesTheirOldPlace() {
        FakeSocket dead = connect(chat, "Ada", "s3cret");
        join(dead, "lobby");

        assertEquals(Nicks.TAKEN, code(() -> connect(chat, "Ada", "guessed")));
        FakeSocket back = connect(chat, "Ada", "s3cret");

        assertFalse(dead.connected());
        assertEquals(List.of("Ada"), join(back, "lobby").members());
    }

    @Test
    void historyIsBounded() {
        FakeSocket ada = enter("Ada", "lobby");
        IntStream.rangeClosed(1, History.LENGTH + 1).forEach(i -> say(ada, "lobby", "n" + i));

        List<Message> history = join(ada, "lobby").history();

        assertEquals(History.LENGTH, history.size());
        assertEquals("n2", history.get(0).text());
    }

    @Test
    void aSwapKeepsNicksAndRoomsAndWhatWasSaid() {
        FakeSocket ada = enter("Ada", "lobby");
        FakeSocket bob = enter("Bob", "lobby");
        FakeSocket eve = enter("Eve", "lobby");
        say(ada, "lobby", "one");
        say(bob, "lobby", "two");
        say(eve, "lobby", "three");
        leaveServer(eve);

        Chat next = new Chat();
        next.takeOver(new FakeJson(chat.handOver()));
        chat = next;
        say(ada, "lobby", "four");

        assertEquals(Nicks.TAKEN, code(() -> connect(chat, "Bob", null)));
        Chat.View view = join(connect(chat, "Kim", null), "lobby");
        assertEquals(List.of("Ada", "Bob", "Kim"), view.members());
        assertEquals(
                List.of("one", "two", "three", "four"),
                view.history().stream().map(Message::text).toList());
    }

    private FakeSocket enter(String nick, String room) {
        FakeSocket socket = connect(chat, nick, null);
        join(socket, room);
        return socket;
    }

    private FakeSocket connect(Chat handlers, String nick, String secret) {
        FakeSocket socket = server.socket(new Nicks.Claim(nick, secret));
        handlers.admit(socket.handshake(), socket, server);
        socket.connect();
        handlers.came(socket, server);
        return socket;
    }

    private void leaveServer(FakeSocket socket) {
        socket.disconnect();
        chat.gone(socket);
    }

    private Chat.View join(FakeSocket socket, String room) {
        return chat.join(new Chat.Room(room), socket, server);
    }

    private Chat.Receipt say(FakeSocket socket, String room, String text) {
        return chat.message(new Chat.Draft(room, text), socket);
    }

    private static int code(Runnable call) {
        return assertThrows(EventException.class, call::run).code();
    }
}
