package io.fastsocket.asyncapi.compare;

import io.fastsocket.asyncapi.compare.SchemaMutation.Edit;

import java.util.List;
import java.util.stream.Stream;

/** All edits of schemas. */
final class SchemaEdits {

    static final List<Edit> ALL =
            Stream.of(
                            new ObjectEdits(),
                            new TextEdits(),
                            new NumberEdits(),
                            new ArrayEdits(),
                            new TypeEdits(),
                            new ChoiceEdits(),
                            new Rewritings())
                    .flatMap(group -> group.edits().stream())
                    .toList();

    private SchemaEdits() {}
}
