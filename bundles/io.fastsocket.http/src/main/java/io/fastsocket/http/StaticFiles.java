package io.fastsocket.http;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** What the status page is drawn and kept up to date with; plugins' pages may use it too. */
@Component(service = StaticFiles.class)
@HttpWhiteboardResource(pattern = "/fastsocket/*", prefix = "/static")
public final class StaticFiles {}
