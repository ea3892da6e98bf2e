package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** The contract of one revision of a plugin. Usable from any thread; none of the methods waits. */
@ProviderType
public interface RevisionContract {

    /**
     * Why the revision cannot be deployed.
     *
     * @return each is one sentence, with the place in the document; empty if all is well
     */
    List<String> problems();

    /**
     * What this contract and that of another plugin say differently about the same event.
     *
     * @param other of another plugin, from the same keeper
     * @return each is one sentence that names the other plugin; empty if they agree
     */
    List<String> conflicts(RevisionContract other);

    /**
     * The plugin says that it sends an event. Without a document this is its contract.
     *
     * @param event what it says
     */
    void declares(EmittedEvent event);

    /**
     * What is to be looked at in an event that comes in.
     *
     * @param event one that the plugin handles
     * @return null if there is nothing, be it that its types say as much
     */
    PayloadCheck received(HandledEvent event);

    /**
     * What is to be looked at in the acknowledgement of an event.
     *
     * @param event one that the plugin handles
     * @return null if there is nothing
     */
    PayloadCheck answered(HandledEvent event);

    /**
     * What is to be looked at in an event that the plugin sends.
     *
     * @param namespace to whom, by the namespace's name
     * @param event its name
     * @return null if there is nothing
     */
    PayloadCheck sent(String namespace, String event);

    /** The revision has ended, or its keeper is no longer asked: nothing is kept for it. */
    void close();
}
