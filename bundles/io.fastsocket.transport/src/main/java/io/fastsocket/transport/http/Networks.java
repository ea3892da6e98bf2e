package io.fastsocket.transport.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Addresses and networks that are trusted. Immutable. */
public final class Networks {

    private final List<IpSubnetFilterRule> rules = new ArrayList<>();

    /**
     * Some networks.
     *
     * @param texts each an address, or an address and the length of its prefix after a slash
     * @throws IllegalArgumentException with the one that is neither
     */
    public Networks(Collection<String> texts) {
        for (String text : texts) {
            rules.add(rule(text));
        }
    }

    private static IpSubnetFilterRule rule(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                NetUtil.createByteArrayFromIpAddressString(
                        slash < 0 ? text : text.substring(0, slash));
        if (address == null
                || !text.substring(slash < 0 ? text.length() : slash).matches("(/\\d{1,3})?")) {
            throw new IllegalArgumentException(text);
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits > address.length * 8) {
            throw new IllegalArgumentException(text);
        }
        return new IpSubnetFilterRule(
                NetUtil.bytesToIpAddress(address), bits, IpFilterRuleType.ACCEPT);
    }

    /**
     * Whether an address is in one of them.
     *
     * @param address the address
     * @return false if there are none
     */
    public boolean contains(InetAddress address) {
        if (rules.isEmpty()) {
            return false;
        }
        InetSocketAddress asked = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(asked));
    }
}
