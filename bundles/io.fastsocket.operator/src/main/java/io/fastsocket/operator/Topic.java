package io.fastsocket.operator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be watched. Each is sent as the event of that name, to the room of that name. */
enum Topic {
    /** The server's state, once per interval. */
    @JsonProperty(Topic.STATUS_NAME)
    STATUS(Topic.STATUS_NAME),
    /** What becomes of plugins, when it happens. */
    @JsonProperty(Topic.PLUGIN_NAME)
    PLUGIN(Topic.PLUGIN_NAME);

    static final String STATUS_NAME = "status";
    static final String PLUGIN_NAME = "plugin";

    private final String event;

    Topic(String event) {
        this.event = event;
    }

    /** The event's name, which is the room's too. */
    String event() {
        return event;
    }
}
