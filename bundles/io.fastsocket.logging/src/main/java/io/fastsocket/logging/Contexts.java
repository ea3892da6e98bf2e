package io.fastsocket.logging;

import io.fastsocket.logging.log4j.LogBackend;
import io.fastsocket.spi.observe.LogContext;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Has lines say whom they are about, as long as somebody knows it. */
@Component(
        service = {},
        immediate = true)
public final class Contexts {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unsetContext")
    void setContext(LogContext context) {
        LogBackend.context(context::tell);
    }

    void unsetContext(LogContext context) {
        LogBackend.context(null);
    }
}
