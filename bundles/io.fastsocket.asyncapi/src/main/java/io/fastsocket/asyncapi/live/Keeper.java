package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.asyncapi.drift.DriftLog;
import io.fastsocket.asyncapi.enforce.LiveModes;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.transport.Payload;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Map;

/** Looks after the contracts of plugins. Keeps none of them: each is in the registry's hands. */
@Component(service = {ContractKeeper.class, Keeper.class})
public final class Keeper implements ContractKeeper {

    private final AsyncApiJudge judge = new AsyncApiJudge();

    private final DriftLog unhandled = new DriftLog();
    private final LiveModes modes;

    /**
     * Started by DS.
     *
     * @param modes say what is done about what a contract does not allow
     */
    @Activate
    public Keeper(@Reference LiveModes modes) {
        this.modes = modes;
    }

    /** Events that nobody handles. */
    DriftLog unhandled() {
        return unhandled;
    }

    @Override
    public void unhandled(String namespace, String event, Payload arguments) {
        unhandled.of("received", namespace, event).check(arguments);
    }

    @Override
    public String document(ServedPlugin plugin) {
        return document(plugin.plugin(), plugin.version(), said(plugin));
    }

    static String document(String plugin, String version, Said said) {
        MergedDocument document = MergedDocument.plain();
        document.add(plugin, version, said);
        try {
            return LiveContracts.JSON.writeValueAsString(document.root());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** What its own document says, or else its code. */
    private static Said said(ServedPlugin plugin) {
        Said own = plugin.contract() instanceof KeptContract kept ? kept.said() : null;
        return own == null ? DerivedContract.of(plugin) : own;
    }

    @Override
    public List<Change> changes(String old, String changed) {
        return ContractChanges.between(old, changed);
    }

    @Override
    public RevisionContract open(String plugin, String version, Map<String, byte[]> files) {
        return new KeptContract(plugin, version, PluginFiles.read(files, judge), modes);
    }
}
