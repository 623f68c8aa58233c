package org.bitacora.application.strategy;

import org.bitacora.projections.strategy.StrategyVersion;

/** The entity tags of strategies: a version of one always reads the same. */
public final class StrategyVersionTag {

    private StrategyVersionTag() {}

    public static String of(StrategyVersion version) {
        return "\"" + version.strategy() + "-" + version.position() + "\"";
    }

    static boolean matches(StrategyVersion version, String wanted) {
        return wanted.equals("*") || wanted.contains(of(version));
    }
}
