package org.bmac.bench;

/** By which way values come to a page in the browser: where that page is, and how to find a point's text on it. */
enum Way {
    /** The map, over its own stream. */
    STREAM("/", "document.querySelector('floor-map')?.shadowRoot"),
    /** Vaadin push, each point a component of the server's that is given its text. */
    SPANS("/pushed/spans", "document"),
    /** The same, with less to send: only the text within the component changes. */
    TEXTS("/pushed/texts", "document"),
    /** Vaadin push, one call of a function in the browser with each set of changes. */
    CALL("/pushed/call", "document");

    final String page;
    private final String root;

    Way(String page, String root) {
        this.page = page;
        this.root = root;
    }

    /** A script that, given a point's number, waits for its marker and notes from then on when which text stands there. */
    String watch() {
        return WATCH.replace("ROOT", root);
    }

    private static final String WATCH = """
            id => new Promise(resolve => {
              window.bmacSeen = [];
              const find = () => ROOT?.querySelector(`[data-point="${id}"]`);
              const wait = () => {
                const marker = find();
                if (!marker) { setTimeout(wait, 50); return; }
                const note = () => {
                  const text = marker.textContent.match(/\\d+\\.\\d/);
                  if (text) window.bmacSeen.push([text[0], performance.timeOrigin + performance.now()]);
                };
                new MutationObserver(note).observe(marker, {subtree: true, childList: true, characterData: true});
                resolve(true);
              };
              wait();
            })""";
}
