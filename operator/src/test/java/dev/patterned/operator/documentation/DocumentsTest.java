package dev.patterned.operator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = ROOT.resolve("operator/docs/decisions");

    /** Targets of links inside the project, without the place on the page. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    private static final Pattern NUMBERED = Pattern.compile("(\\d{4})-[a-z0-9-]+[.]md");

    @Test
    void linksLeadSomewhere() throws IOException {
        for (var document : documents()) {
            for (var target : links(document)) {
                assertThat(document.resolveSibling(target)).as("link in %s", document).exists();
            }
        }
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        var names = decisions().stream().map(page -> page.toFile().getName()).toList();

        assertThat(names).allMatch(name -> NUMBERED.matcher(name).matches());
        assertThat(names.stream().map(name -> name.substring(0, 4)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, names.size())
                                .mapToObj("%04d"::formatted)
                                .toList());
    }

    @Test
    void everyDecisionSaysWhyAndAtWhatPrice() throws IOException {
        for (var page : decisions()) {
            assertThat(Files.readString(page))
                    .as("%s", page)
                    .startsWith("# " + page.toFile().getName().substring(0, 4) + " ")
                    .contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n")
                    .contains("\n## What else was tried or weighed\n");
        }
    }

    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document)).results().map(it -> it.group(1)).toList();
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<>(pages(ROOT, 1));
        documents.addAll(pages(ROOT.resolve("operator/docs"), 2));
        documents.addAll(pages(ROOT.resolve("helm"), 2));
        return documents;
    }

    private static List<Path> decisions() throws IOException {
        return pages(DECISIONS, 1);
    }

    private static List<Path> pages(Path folder, int depth) throws IOException {
        try (var files = Files.walk(folder, depth)) {
            var pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            assertThat(pages).as("pages in %s", folder).isNotEmpty();
            return pages;
        }
    }
}
