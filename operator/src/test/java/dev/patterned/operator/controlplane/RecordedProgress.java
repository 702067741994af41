package dev.patterned.operator.controlplane;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was said. */
final class RecordedProgress implements Progress {

    private final List<String> said = new ArrayList<>();

    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public Step begin(String what) {
        said.add(what);
        return Progress.silent().begin(what);
    }
}
