package io.fastsocket.transport;

import io.fastsocket.transport.engineio.EngineSettings;

/** Settings for tests of other packages. */
public final class SettingsOf {

    private SettingsOf() {}

    /** The defaults with some values changed. */
    public static EngineSettings engine(Object... changes) {
        return ScratchServer.settings(changes).engine();
    }
}
