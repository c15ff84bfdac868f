package dev.stairway.fingerprint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts the objects of one owner together and digests their canonical text. */
public final class Groups {

    private static final Comparator<SchemaObject> ORDER =
            Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name);

    private Groups() {}

    /** The owner first, then the others by kind and name. */
    public static SchemaGroup of(SchemaObject owner, List<SchemaObject> others) {
        List<SchemaObject> objects = new java.util.ArrayList<>(others.size() + 1);
        objects.addAll(others);
        objects.sort(ORDER);
        objects.add(0, owner);
        return new SchemaGroup(owner.kind() + " " + owner.name(), objects, Hashing.of(text(objects)));
    }

    private static String text(List<SchemaObject> objects) {
        StringBuilder text = new StringBuilder(objects.size() * 96);
        for (SchemaObject object : objects) {
            text.append('\3').append(object.kind()).append('\2').append(object.name());
            for (Map.Entry<String, String> attribute : object.attributes().entrySet()) {
                text.append('\2').append(attribute.getKey()).append('\1').append(attribute.getValue());
            }
        }
        return text.toString();
    }
}
