package dev.patterned.operator.cli;

import dev.patterned.operator.validation.schema.Manifest;
import dev.patterned.operator.validation.schema.ManifestReader;
import dev.patterned.operator.validation.schema.PatternedAppSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds and reads the files that {@code -f} names. */
final class ManifestFiles {
    /** Standard input. */
    static final String STDIN = "-";

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream input;
    private final ManifestReader reader = new ManifestReader(PatternedAppSchema.load());

    ManifestFiles(InputStream input) {
        this.input = input;
    }

    /**
     * All objects, in the order of the names; a folder's files by name, sub-folders left out, as
     * kubectl does.
     *
     * @throws UsageException for a name that leads nowhere, or to no manifest at all
     */
    List<Manifest> read(List<String> names) {
        var manifests = new ArrayList<Manifest>();
        for (var name : names) {
            for (var file : expand(name)) {
                manifests.addAll(reader.read(file, text(file)));
            }
        }
        return manifests;
    }

    private static List<String> expand(String name) {
        var path = Path.of(name);
        if (name.equals(STDIN) || Files.isRegularFile(path)) {
            return List.of(name);
        }
        if (!Files.exists(path)) {
            throw new UsageException("there is no file or folder " + name);
        }
        if (!Files.isDirectory(path)) {
            // Such as a pipe that the shell made: <(helm template …).
            return List.of(name);
        }
        try (var entries = Files.list(path)) {
            var files =
                    entries.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .filter(ManifestFiles::isManifest)
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new UsageException(
                        "folder " + name + " holds no " + String.join(", ", ENDINGS) + " file");
            }
            return files;
        } catch (IOException unreadable) {
            throw new UsageException("cannot look into " + name + ": " + reason(unreadable));
        }
    }

    private static boolean isManifest(String file) {
        var lower = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private String text(String file) {
        try {
            var bytes =
                    file.equals(STDIN) ? input.readAllBytes() : Files.readAllBytes(Path.of(file));
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw new UsageException(file + " is not UTF-8 text");
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + file + ": " + reason(unreadable));
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "")
                + " ("
                + failure.getMessage()
                + ")";
    }
}
