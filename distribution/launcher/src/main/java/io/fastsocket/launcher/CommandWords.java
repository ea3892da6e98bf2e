package io.fastsocket.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a command line. Some commands are the launcher's own; all others go to the server
 * that runs in a home. Which home may be said before the command or, as with the launcher's own,
 * behind it.
 *
 * @param home what {@code --home} says, or null
 * @param words the command and what follows, without that
 */
record CommandWords(String home, List<String> words) {

    private static final String HOME = "--home";

    static CommandWords of(String... typed) {
        List<String> words = new ArrayList<>(Arrays.asList(typed));
        String home = null;
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); ) {
            String word = words.get(i);
            if (word.startsWith(HOME + "=")) {
                home = words.remove(i).substring(HOME.length() + 1);
            } else if (word.equals(HOME)) {
                if (i + 1 == words.size()) {
                    throw LaunchException.usage(HOME + " needs a value: " + HOME + " FOLDER");
                }
                words.remove(i);
                home = words.remove(i);
            } else {
                i++;
            }
        }
        if (words.isEmpty()) {
            throw LaunchException.usage("a command is missing; try: fastsocket help");
        }
        if (words.size() > 1 && words.get(0).equals("server") && words.get(1).equals("stop")) {
            words.removeFirst(); // the launcher's own does the same, and waits for the end
        }
        return new CommandWords(home, words);
    }

    /** Whether the command is not one of the launcher's own. */
    boolean isRemote() {
        return Command.find(words.getFirst()).isEmpty();
    }

    /** Whether it is {@code help} for a command, and not for all. */
    boolean asksForHelp() {
        return words.size() > 1 && words.getFirst().equals(Command.HELP.word());
    }

    /** What stands behind the first {@code --}, as it is. */
    List<String> behindDashes() {
        return words.subList(words.indexOf("--") + 1, words.size());
    }

    /** The home that is meant. */
    Home home(Installation installation) {
        return SettingsReader.home(home, System.getenv(), installation);
    }

    /** For the launcher's own parser, which knows the option. */
    String[] local() {
        List<String> all = new ArrayList<>(words);
        if (home != null) {
            all.add(HOME + "=" + home);
        }
        return all.toArray(String[]::new);
    }
}
