package io.fastsocket.examples.chat;

import org.osgi.service.component.annotations.Component;

/**
 * The page at {@code /chat/}: files of this bundle that the HTTP whiteboard serves, if there is
 * one. The properties are written out, since their annotations would make the bundle require it.
 */
@Component(
        service = Page.class,
        property = {
            "osgi.http.whiteboard.resource.pattern=/chat/*",
            "osgi.http.whiteboard.resource.prefix=/page",
            "fastsocket.page=Chat"
        })
public final class Page {}
