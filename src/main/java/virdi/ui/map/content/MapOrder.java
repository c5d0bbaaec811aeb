package virdi.ui.map.content;

/** How the map is arranged: by resource or by client. */
public enum MapOrder {
    /** One basin for each resource. No pipes cross. */
    BY_RESOURCE,
    /** One card for each client, with all its pipes in one place. */
    BY_CLIENT;

    public MapOrder other() {
        return this == BY_RESOURCE ? BY_CLIENT : BY_RESOURCE;
    }
}
