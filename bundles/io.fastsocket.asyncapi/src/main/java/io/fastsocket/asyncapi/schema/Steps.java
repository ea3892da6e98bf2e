package io.fastsocket.asyncapi.schema;

import com.networknt.schema.path.NodePath;

import java.util.ArrayList;
import java.util.List;

/** The steps of a validator's path. Asked one by one, it goes through all of them for each. */
final class Steps {

    private Steps() {}

    static List<String> of(NodePath path) {
        String pointer = path.toString();
        List<String> steps = new ArrayList<>();
        int begin = 1;
        while (begin <= pointer.length() && !pointer.isEmpty()) {
            int end = pointer.indexOf('/', begin);
            end = end < 0 ? pointer.length() : end;
            steps.add(pointer.substring(begin, end).replace("~1", "/").replace("~0", "~"));
            begin = end + 1;
        }
        return steps;
    }
}
