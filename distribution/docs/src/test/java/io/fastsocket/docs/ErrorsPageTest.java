package io.fastsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

import io.fastsocket.api.ErrorCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The page on error numbers is what the code of the API says, its documentation included. */
class ErrorsPageTest {

    private static final Path SOURCE =
            Pages.ROOT.resolve(
                    "bundles/io.fastsocket.api/src/main/java/io/fastsocket/api/ErrorCode.java");

    private static final String HEAD =
            """
            # Errors

            Whatever goes wrong with an event, the client gets the same object: as the acknowledgement if it asked for one, else as an event named `error`. The connection stays open.

            ```json
            {"error": {"code": 4001, "reason": "validation", "event": "hello", "details": [{"path": "name", "message": "must not be blank"}]}}
            ```

            `code` and `reason` never change for one kind of error; `details` names each violation of a 4001; `reference` of a 5000 stands in the log too, where it finds the line with the cause.
            Numbers from 4000 are the client's fault and will fail again, those from 5000 the server's; from {plugins} on they are the plugins' own, thrown as `EventException`.

            | code | reason | meaning | worth retrying |
            |---|---|---|---|
            """;

    @Test
    void pageIsWhatTheCodeSays() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        HEAD.replace("{plugins}", Integer.toString(ErrorCode.FIRST_OF_PLUGINS)));
        Map<String, String> meanings = meanings();
        for (ErrorCode error : ErrorCode.values()) {
            assertThat(meanings).containsKey(error.name());
            page.append(
                    "| %d | %s | %s | %s |\n"
                            .formatted(
                                    error.code(),
                                    Pages.cell(error.reason()),
                                    Pages.cell(meanings.get(error.name())),
                                    error.retryable() ? "yes" : "no"));
        }
        Pages.compare("errors.md", page.toString());
    }

    /** The documentation of each constant, its mark-up as Markdown. */
    private static Map<String, String> meanings() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjects(SOURCE));
            CompilationUnitTree unit = task.parse().iterator().next();
            DocTrees docs = DocTrees.instance(task);
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            TreePath path = TreePath.getPath(unit, type);
            Map<String, String> meanings = new LinkedHashMap<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree constant) {
                    String text = docs.getDocComment(new TreePath(path, member));
                    if (text != null) {
                        meanings.put(constant.getName().toString(), markdown(text));
                    }
                }
            }
            return meanings;
        }
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link [^ }]*?#?(\\w+)}", "`$1`");
    }
}
