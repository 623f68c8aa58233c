package org.bitacora.domain.json;

import java.util.LinkedHashMap;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The target after the patch: a null member of the patch is removed, an object is merged, and any other value
     * replaces the member.
     */
    public static Json.Obj apply(Json.Obj target, Json.Obj patch) {
        if (patch.members().isEmpty()) {
            return target;
        }
        if (target.members().isEmpty()) {
            return patch.omitNulls();
        }
        var merged = new LinkedHashMap<>(target.members());
        patch.members().forEach((name, value) -> {
            switch (value) {
                case Json.Null() -> merged.remove(name);
                case Json.Obj object -> merged.put(name, apply(target.object(name), object));
                case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _ -> merged.put(name, value);
            }
        });
        return new Json.Obj(merged);
    }

    /** The patch that turns {@code from} into {@code to}, provided that neither has null members. */
    public static Json.Obj between(Json.Obj from, Json.Obj to) {
        var patch = new LinkedHashMap<String, Json>();
        from.members().keySet().stream()
                .filter(name -> !to.members().containsKey(name))
                .forEach(name -> patch.put(name, new Json.Null()));
        to.members().forEach((name, value) -> {
            var before = from.members().get(name);
            if (!value.equals(before)) {
                patch.put(
                        name,
                        before instanceof Json.Obj was && value instanceof Json.Obj is ? between(was, is) : value);
            }
        });
        return new Json.Obj(patch);
    }
}
