package virdi.model;

/**
 * The other end of a stream.
 *
 * @param client the name it gave, or its address
 * @param named whether it gave a name ({@code client-id})
 * @param remoteAddress host and port of the connection, for people
 */
public record Peer(ClientId client, boolean named, String remoteAddress) {}
