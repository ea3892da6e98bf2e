package io.fastsocket.shell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportFormatTest {

    private static final List<JudgedFile> FILES =
            List.of(
                    new JudgedFile("docs/good.yaml", new Verdict("3.0.0", List.of())),
                    new JudgedFile(
                            "docs/my bad.yaml",
                            new Verdict(
                                    "2.6.0",
                                    List.of(
                                            new Problem(
                                                    "asyncapi2-tags",
                                                    Severity.WARNING,
                                                    null,
                                                    "/tags",
                                                    1,
                                                    1,
                                                    "better: say \"tags\""),
                                            new Problem(
                                                    "a-rule",
                                                    Severity.ERROR,
                                                    "parts/x.yaml",
                                                    "/a~1b",
                                                    3,
                                                    5,
                                                    "must be <b> & \"c\"")))));

    private static String report(ReportFormat format) {
        return format.report(FILES, Terminal.NONE, "1.2.3");
    }

    @Test
    void text() {
        assertThat(report(ReportFormat.TEXT))
                .isEqualTo(
                        """
                        docs/good.yaml: valid (AsyncAPI 3.0.0)
                        docs/my bad.yaml:1:1: warning: /tags: better: say "tags" [asyncapi2-tags]
                        docs/parts/x.yaml:3:5: error: /a~1b: must be <b> & "c" [a-rule]
                        docs/my bad.yaml: not valid (AsyncAPI 2.6.0, 1 error, 1 warning)""");
    }

    @Test
    void json() {
        assertThat(report(ReportFormat.JSON).replaceAll("\\s+", " "))
                .contains(
                        "{ \"file\" : \"docs/good.yaml\", \"asyncapi\" : \"3.0.0\", \"valid\" : true")
                .contains(
                        "{ \"rule\" : \"a-rule\", \"severity\" : \"error\", \"file\" :"
                                + " \"docs/parts/x.yaml\", \"line\" : 3, \"column\" : 5, \"path\" :"
                                + " \"/a~1b\", \"message\" : \"must be <b> & \\\"c\\\"\" }");
    }

    @Test
    void junit() throws Exception {
        Element suites =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(report(ReportFormat.JUNIT))))
                        .getDocumentElement();
        Element bad = (Element) suites.getElementsByTagName("testsuite").item(1);
        assertThat(bad.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) bad.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("must be <b> & \"c\"");
        assertThat(failure.getTextContent())
                .isEqualTo("docs/parts/x.yaml:3:5: must be <b> & \"c\" [a-rule]");
    }

    @Test
    void sarif() {
        assertThat(report(ReportFormat.SARIF).replaceAll("\\s+", " "))
                .contains("\"version\" : \"2.1.0\"")
                .contains("\"ruleId\" : \"a-rule\", \"level\" : \"error\"")
                .contains("\"uri\" : \"docs/my%20bad.yaml\"")
                .contains("\"startLine\" : 3, \"startColumn\" : 5");
    }
}
