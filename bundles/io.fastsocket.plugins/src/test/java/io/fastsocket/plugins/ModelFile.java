package io.fastsocket.plugins;

import java.util.Comparator;

/** A file in the model's folder, and what has become of it. */
final class ModelFile {

    /** As {@link Plugin#BEST_FIRST} is to be. */
    static final Comparator<ModelFile> BEST_FIRST =
            Comparator.comparing((ModelFile file) -> file.content, Content::compareVersion)
                    .thenComparingLong(file -> file.written)
                    .reversed();

    /** How a file fares. */
    enum Fate {
        /** It is what is in service. */
        SERVES,
        /** Installed, started, and lacking something. */
        WAITS,
        /** Behind a better one. */
        SUPERSEDED,
        REFUSED
    }

    final String name;
    final Content content;
    final long written;
    Fate fate;

    /** Refused until it changes. */
    boolean lost;

    /** It was tried, and is not good, or not yet. */
    boolean failed;

    ModelFile(String name, Content content, long written) {
        this.name = name;
        this.content = content;
        this.written = written;
        lost = content.kind().isPlainlyWrong();
        failed = lost;
        fate = lost ? Fate.REFUSED : null;
    }

    @Override
    public String toString() {
        return name + ": " + content + " " + fate;
    }
}
