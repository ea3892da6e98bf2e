package io.fastsocket.spi.observe;

/**
 * Something that clients may not exceed.
 *
 * @param name the setting's key, such as {@code maxPayload}
 * @param limit what is in force, in the setting's unit; 0 for no limit
 * @param used how much of it all clients together take up now; -1 if it is a limit of each
 * @param exceeded how often it was, since the engine started
 */
public record LimitInfo(String name, long limit, long used, long exceeded) {}
