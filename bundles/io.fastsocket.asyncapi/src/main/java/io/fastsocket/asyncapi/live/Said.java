package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What a contract says, its own or derived, in the form in which contracts are merged: nothing
 * refers to anything but {@code #/components/schemas/}.
 *
 * @param info about the contract itself: whether it is the plugin's own, its title
 * @param parts event by event
 * @param schemas by name
 */
record Said(ObjectNode info, List<Part> parts, ObjectNode schemas) {}
