package io.fastsocket.examples.market;

import org.osgi.service.component.annotations.Component;

/**
 * The page at {@code /market/}: files of this bundle that the HTTP whiteboard serves, if there is
 * one. The properties are written out, since their annotations would make the bundle require it.
 */
@Component(
        service = Page.class,
        property = {
            "osgi.http.whiteboard.resource.pattern=/market/*",
            "osgi.http.whiteboard.resource.prefix=/page",
            "fastsocket.page=Market"
        })
public final class Page {}
