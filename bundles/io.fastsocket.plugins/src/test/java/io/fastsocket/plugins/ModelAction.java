package io.fastsocket.plugins;

import java.util.Random;

/** What is done in one step. */
enum ModelAction {
    DEPLOY(28),
    SAME_VERSION(8),
    SECOND_FILE(9),
    LOWER_BESIDE(6),
    DOWNGRADE(4),
    CORRUPT(6),
    UNFIT(12),
    NEEDY(6),
    DELETE(13),
    DELETE_THEN_COPY(7),
    CONFIGURE(9),
    RELOAD(7),
    OFFER_MORE(4),
    AGAIN(3),
    NEXT_MAJOR(2);

    private final int weight;

    /** Weighted by how often it is done, beside the others. */
    ModelAction(int weight) {
        this.weight = weight;
    }

    /** One of them. */
    static ModelAction drawn(Random random) {
        int all = 0;
        for (ModelAction action : values()) {
            all += action.weight;
        }
        int drawn = random.nextInt(all);
        for (ModelAction action : values()) {
            drawn -= action.weight;
            if (drawn < 0) {
                return action;
            }
        }
        throw new IllegalStateException();
    }
}
