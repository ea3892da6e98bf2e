package io.fastsocket.asyncapi.live;

import io.fastsocket.asyncapi.AsyncApiJudge;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.RevisionContract;

import org.osgi.service.component.annotations.Component;

import java.util.Map;

/** Looks after the contracts of plugins. Keeps none of them: each is in the registry's hands. */
@Component
public final class Keeper implements ContractKeeper {

    private final AsyncApiJudge judge = new AsyncApiJudge();

    /** Made by DS. */
    public Keeper() {}

    @Override
    public RevisionContract open(String plugin, String version, Map<String, byte[]> files) {
        return KeptContract.of(plugin, PluginFiles.read(files, judge));
    }
}
