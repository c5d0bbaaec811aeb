package virdi.ui.map.content;

/** What the map is arranged by. */
public enum MapOrder {
    /** A basin for each resource: nothing crosses. */
    BY_RESOURCE,
    /** A card for each client, all of its pipes at one place. */
    BY_CLIENT;

    /** The other one. */
    public MapOrder other() {
        return this == BY_RESOURCE ? BY_CLIENT : BY_RESOURCE;
    }
}
