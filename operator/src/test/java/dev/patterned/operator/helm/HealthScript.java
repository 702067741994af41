package dev.patterned.operator.helm;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.DebugLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;

/**
 * A health script as Argo CD runs one: base and table functions, no strings, no files, no time, and
 * an end to its steps.
 *
 * @param source the script
 */
public record HealthScript(String source) {
    /** Far more than a status filled to its limits takes. */
    private static final int MAX_STEPS = 100_000;

    private static final List<String> KEPT_FROM_SCRIPTS =
            List.of(
                    "debug",
                    "package",
                    "dofile",
                    "loadfile",
                    "load",
                    "print",
                    "collectgarbage",
                    "require");

    /**
     * What Argo CD shows.
     *
     * @param status Healthy, Progressing, Degraded, Suspended or Missing
     * @param message for a person; empty if the script gave none
     */
    public record Health(String status, String message) {}

    /** The script that the chart ships. */
    public static HealthScript ours() throws IOException {
        return new HealthScript(
                Files.readString(ChartFixture.folder().resolve("argocd").resolve("health.lua")));
    }

    /**
     * Health of an object.
     *
     * @param object as parsed from YAML: maps, lists, strings, numbers, booleans
     * @throws org.luaj.vm2.LuaError if the script fails
     * @throws TooManySteps if it does not end
     */
    public Health of(Map<String, Object> object) {
        var globals = sandbox();
        globals.set("obj", toLua(object));
        var chunk = globals.load(source, "health.lua", globals);
        var answer = chunk.call().checktable();
        return new Health(
                answer.get("status").checkjstring(), answer.get("message").optjstring(""));
    }

    private static Globals sandbox() {
        var globals = new Globals();
        globals.load(new BaseLib());
        globals.load(new PackageLib());
        globals.load(new TableLib());
        globals.load(new StepLimit());
        KEPT_FROM_SCRIPTS.forEach(name -> globals.set(name, LuaValue.NIL));
        LoadState.install(globals);
        LuaC.install(globals);
        return globals;
    }

    private static LuaValue toLua(@Nullable Object value) {
        return switch (value) {
            case null -> LuaValue.NIL;
            case Map<?, ?> map -> {
                var table = new LuaTable();
                map.forEach((name, member) -> table.set(toLua(name), toLua(member)));
                yield table;
            }
            case List<?> list -> {
                var table = new LuaTable();
                list.forEach(element -> table.set(table.length() + 1, toLua(element)));
                yield table;
            }
            case String text -> LuaValue.valueOf(text.getBytes(StandardCharsets.UTF_8));
            case Boolean flag -> LuaValue.valueOf(flag);
            case Number number -> LuaValue.valueOf(number.doubleValue());
            default -> throw new IllegalArgumentException("not a value of YAML: " + value);
        };
    }

    /** Thrown out of a script that does not end; an Error, so that {@code pcall} cannot hold it. */
    public static final class TooManySteps extends Error {
        @Serial private static final long serialVersionUID = 1;
    }

    private static final class StepLimit extends DebugLib {
        private int steps;

        @Override
        public void onInstruction(int pc, Varargs varargs, int top) {
            if (++steps > MAX_STEPS) {
                throw new TooManySteps();
            }
        }
    }
}
