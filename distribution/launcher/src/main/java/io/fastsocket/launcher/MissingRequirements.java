package io.fastsocket.launcher;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

import java.util.ArrayList;
import java.util.List;

/** Says why bundles do not resolve: what they require and nothing installed provides. */
final class MissingRequirements {

    private MissingRequirements() {}

    /** One line for each unmet requirement; one for each unresolved bundle if all are met. */
    static String describe(BundleContext context) {
        List<String> lines = new ArrayList<>();
        List<String> unresolved = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() != Bundle.INSTALLED || FrameworkRunner.isFragment(bundle)) {
                continue;
            }
            unresolved.add(bundle.getSymbolicName());
            for (BundleRequirement requirement :
                    bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
                if (isMandatory(requirement) && !isProvided(requirement, context)) {
                    lines.add(
                            "%s %s does not resolve: nothing provides %s"
                                    .formatted(
                                            bundle.getSymbolicName(),
                                            bundle.getVersion(),
                                            text(requirement)));
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add("these bundles do not resolve together: " + String.join(", ", unresolved));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String effective = requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        return (effective == null || effective.equals(Constants.EFFECTIVE_RESOLVE))
                && !Constants.RESOLUTION_OPTIONAL.equals(resolution)
                && !"dynamic".equals(resolution);
    }

    private static boolean isProvided(BundleRequirement requirement, BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            for (BundleCapability capability :
                    bundle.adapt(BundleRevision.class)
                            .getDeclaredCapabilities(requirement.getNamespace())) {
                if (requirement.matches(capability)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
        return requirement.getNamespace() + (filter == null ? "" : " " + filter);
    }
}
