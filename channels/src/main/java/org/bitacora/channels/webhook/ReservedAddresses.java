package org.bitacora.channels.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not public: of this machine, of its network, or of no host. The ranges are those of the IANA
 * registries of special-purpose IPv4 and IPv6 addresses. In IPv6 only global unicast addresses (2000::/3) are public,
 * except those that embed an IPv4 address.
 */
final class ReservedAddresses {

    private static final List<IpSubnetFilterRule> IPV4 = rules(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final List<IpSubnetFilterRule> IPV6_UNICAST = rules("2000::/3");
    private static final List<IpSubnetFilterRule> IPV6 = rules("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private ReservedAddresses() {}

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !matches(IPV4, address)
                : matches(IPV6_UNICAST, address) && !matches(IPV6, address);
    }

    private static boolean matches(List<IpSubnetFilterRule> rules, InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(it -> it.matches(socket));
    }

    private static List<IpSubnetFilterRule> rules(String... ranges) {
        return Stream.of(ranges).map(ReservedAddresses::rule).toList();
    }

    private static IpSubnetFilterRule rule(String range) {
        int slash = range.indexOf('/');
        return new IpSubnetFilterRule(
                range.substring(0, slash), Integer.parseInt(range.substring(slash + 1)), IpFilterRuleType.REJECT);
    }
}
