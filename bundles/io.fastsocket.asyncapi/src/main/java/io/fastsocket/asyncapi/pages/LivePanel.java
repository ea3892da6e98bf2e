package io.fastsocket.asyncapi.pages;

/** Where one connects, and sees what arrives. Scripts show it: without them it is of no use. */
final class LivePanel {

    static final String MARKUP =
            """
            <aside id="live" aria-label="Try it" hidden>
            <details>
            <summary><b>Try it</b> <span id="state" role="status">not connected</span></summary>
            <div class="inside">
            <form id="connection">
            <label for="server">Server</label>
            <input id="server" list="servers" autocomplete="off" spellcheck="false" placeholder="such as http://localhost:9092">
            <datalist id="servers"></datalist>
            <label for="namespace">Namespace</label>
            <input id="namespace" list="namespaces" autocomplete="off" spellcheck="false">
            <datalist id="namespaces"></datalist>
            <label for="auth">Auth payload: who you are, as JSON, if the namespace asks for it</label>
            <textarea id="auth" rows="2" spellcheck="false" placeholder='such as {"token": "…"}'></textarea>
            <p class="row"><button id="connect">Connect</button></p>
            <p id="refusal" class="bad" role="alert"></p>
            <ul id="connected" aria-label="Connected namespaces"></ul>
            </form>
            <p class="row"><b>What happens</b> <button type="button" id="clear" class="plain">Clear</button></p>
            <ol id="log" role="log" aria-label="Events" tabindex="0"></ol>
            </div>
            </details>
            </aside>
            """;

    private LivePanel() {}
}
