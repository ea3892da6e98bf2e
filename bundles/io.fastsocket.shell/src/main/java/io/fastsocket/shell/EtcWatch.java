package io.fastsocket.shell;

import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.etc.EtcCheck;
import io.fastsocket.shell.etc.EtcFolder;

import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Warns of keys that nothing looks at, when a file of settings is saved while the server runs. */
final class EtcWatch implements ConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(EtcWatch.class);

    private final BundleContext context;
    private final EtcFolder folder;

    EtcWatch(BundleContext context, Path home) {
        this.context = context;
        folder = new EtcFolder(home);
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() != ConfigurationEvent.CM_UPDATED) {
            return;
        }
        String name = event.getFactoryPid() == null ? event.getPid() : event.getFactoryPid();
        try (Services services = new Services(context)) {
            MetaTypeService metatype = services.find(MetaTypeService.class).orElse(null);
            if (metatype == null) {
                return;
            }
            EtcCheck check = new EtcCheck(metatype, new RuntimeBundles(context).all());
            for (Map.Entry<String, Map<String, String>> file : folder.read().entrySet()) {
                if (file.getKey().startsWith(name)) {
                    check.unknownKeys(file.getKey(), file.getValue()).forEach(LOG::warn);
                }
            }
        } catch (IOException e) {
            LOG.warn("etc/ cannot be read: {}", e.toString());
        }
    }
}
