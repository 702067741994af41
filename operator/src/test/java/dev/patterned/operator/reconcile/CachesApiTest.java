package dev.patterned.operator.reconcile;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What the operator keeps in memory of the objects that it has seen and written. */
@ApiServer
class CachesApiTest {
    private static final int APPS = 30;

    @Test
    void nothingIsKeptOfManagedFields(Sandbox sandbox) throws JMException {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("first"));
            scene.awaitSeen("first");
            var before = alive(ManagedFieldsEntry.class);

            var names = IntStream.range(0, APPS).mapToObj(number -> "web-" + number).toList();
            names.forEach(name -> scene.create(Apps.web(name)));
            names.forEach(scene::awaitSeen);

            // A few are in use at any moment; what is kept, of two children each, would be dozens.
            scene.awaitThat(
                    "few are left", () -> alive(ManagedFieldsEntry.class) < before + APPS / 4);
        }
    }

    /** Objects of a class after a full collection. */
    private static long alive(Class<?> type) throws JMException {
        var histogram =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "gcClassHistogram",
                                        new Object[] {new String[0]},
                                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(String::strip)
                .map(line -> line.split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(type.getName()))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }
}
