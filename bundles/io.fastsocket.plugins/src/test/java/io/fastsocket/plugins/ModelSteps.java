package io.fastsocket.plugins;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws what people and programs do to a folder of plugins. */
final class ModelSteps {

    private static final List<Member> MEMBERS = List.of(Member.values());

    private final ModelHands hands;
    private final Model model;
    private final Random random;
    private final Map<Member, Integer> highest = new EnumMap<>(Member.class);
    private final Set<Member> interrupted = EnumSet.noneOf(Member.class);
    private int numbers;

    ModelSteps(ModelHands hands, Model model, long seed) {
        this.hands = hands;
        this.model = model;
        this.random = new Random(seed);
    }

    /**
     * Whose own component the last step makes anew, or whose service is perhaps away for a moment.
     */
    Set<Member> interrupted() {
        return interrupted;
    }

    /** All members at once. */
    String first() throws IOException {
        for (Member member : Member.values()) {
            if (member.needsConfiguration()) {
                hands.configure(member, "first");
            }
            write(one(member), next(member), Content.Kind.GOOD, member);
        }
        return "all";
    }

    /** One step; says which. */
    String next() throws Exception {
        interrupted.clear();
        Member member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        ModelAction action = ModelAction.drawn(random);
        return action + " " + member + ": " + act(action, member);
    }

    private String act(ModelAction action, Member member) throws Exception {
        return switch (action) {
            case DEPLOY -> good(one(member), next(member), member);
            case SAME_VERSION -> good(one(member), current(member), member);
            case SECOND_FILE -> good(two(member), next(member), member);
            case LOWER_BESIDE -> good(two(member), lower(member), member);
            case DOWNGRADE -> good(one(member), lower(member), member);
            case CORRUPT -> write(either(member), next(member), corrupt(), member);
            case UNFIT -> write(either(member), lowerOrNext(member), unfit(member), member);
            case NEEDY -> write(either(member), next(member), needy(member), member);
            case DELETE -> delete(member);
            case DELETE_THEN_COPY -> {
                interrupted.add(member);
                yield delete(member) + ", " + good(either(member), next(member), member);
            }
            case CONFIGURE -> configure(member);
            case RELOAD -> hands.reload(member);
            case OFFER_MORE -> hands.offerMore();
            case AGAIN -> again(member);
            case NEXT_MAJOR -> nextMajor(member);
        };
    }

    private static String one(Member member) {
        return member.symbolicName() + ".jar";
    }

    private static String two(Member member) {
        return member.symbolicName() + "-2.jar";
    }

    private String either(Member member) {
        return random.nextBoolean() ? one(member) : two(member);
    }

    private int next(Member member) {
        return highest.merge(member, 1, Integer::sum);
    }

    private int current(Member member) {
        ModelService service = model.service(member);
        return service == null ? next(member) : service.content.minor();
    }

    private int lower(Member member) {
        return random.nextInt(Math.max(1, current(member)));
    }

    private int lowerOrNext(Member member) {
        return random.nextInt(4) == 0 ? lower(member) : next(member);
    }

    private Content.Kind corrupt() {
        return random.nextBoolean() ? Content.Kind.TRUNCATED : Content.Kind.EMPTY;
    }

    /** A library has no handlers that could be without a component, or fail. */
    private Content.Kind unfit(Member member) {
        return switch (member.isLibrary() ? 0 : random.nextInt(5)) {
            case 0 -> Content.Kind.UNRESOLVED;
            case 1 -> Content.Kind.NO_HANDLER;
            case 2 -> Content.Kind.EXITS;
            default -> Content.Kind.FAILS;
        };
    }

    private static Content.Kind needy(Member member) {
        return member.isLibrary() ? Content.Kind.GOOD : Content.Kind.NEEDY;
    }

    private String good(String file, int minor, Member member) throws IOException {
        return write(file, minor, Content.Kind.GOOD, member);
    }

    private String write(String file, int minor, Content.Kind kind, Member member)
            throws IOException {
        return write(file, new Content(member, 1, minor, ++numbers, kind));
    }

    private String write(String file, Content content) throws IOException {
        return hands.write(file, content, random.nextBoolean());
    }

    /** One that does not fit those who use it. */
    private String nextMajor(Member member) throws IOException {
        return member.isLibrary()
                ? write(either(member), new Content(member, 2, 0, ++numbers, Content.Kind.GOOD))
                : good(one(member), next(member), member);
    }

    private String delete(Member member) throws IOException {
        ModelFile file = any(member);
        return file == null ? "nothing to delete" : hands.delete(file.name);
    }

    private String again(Member member) throws IOException {
        ModelFile file = any(member);
        return file == null ? "no file" : write(file.name, file.content);
    }

    private ModelFile any(Member member) {
        List<ModelFile> there = model.files(member);
        return there.isEmpty() ? null : there.get(random.nextInt(there.size()));
    }

    private String configure(Member member) throws IOException {
        if (member.isLibrary()) {
            return "has no configuration";
        }
        interrupted.add(member);
        boolean deleted = model.isConfigured(member) && random.nextInt(4) == 0;
        return hands.configure(member, deleted ? null : "text" + ++numbers);
    }
}
