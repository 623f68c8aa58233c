package org.bitacora.benchmarks.testbed;

import io.vertx.core.buffer.Buffer;

/**
 * A generated event of a municipal registry.
 *
 * @param activity the identifier of the activity in the registry
 * @param data about 300 bytes of JSON
 */
public record GeneratedEvent(String id, String type, String territory, String activity, String data) {

    static final String SOURCE = "urn:bench:registry";

    public String subject() {
        return territory + "/" + activity;
    }

    /** Returns the event as a CloudEvent in JSON. */
    public Buffer toCloudEvent() {
        var json = Buffer.buffer(700);
        appendTo(json);
        return json;
    }

    void appendTo(Buffer json) {
        json.appendString("{\"specversion\":\"1.0\",\"id\":\"")
                .appendString(id)
                .appendString("\",\"source\":\"" + SOURCE + "\",\"type\":\"")
                .appendString(type)
                .appendString("\",\"subject\":\"")
                .appendString(territory)
                .appendString("/")
                .appendString(activity)
                .appendString("\",\"time\":\"2020-03-02T14:05:09Z\",\"datacontenttype\":\"application/json\",\"data\":")
                .appendString(data)
                .appendString("}");
    }
}
