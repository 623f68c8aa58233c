package org.bitacora.server.sample;

import jakarta.inject.Singleton;

/**
 * Loads the two demo samples, reconstructions written for this project; see {@code demo/README.md} in the resources.
 */
@Singleton
public class DemoSamples {

    private static final String SAMPLES = "demo/";

    private final SampleLoader sampleLoader;

    DemoSamples(SampleLoader sampleLoader) {
        this.sampleLoader = sampleLoader;
    }

    /** Registers the territories, submits the events like any sender and returns a summary. */
    public String load() {
        sampleLoader.register(SAMPLES + "territories.json");
        var bahia = sampleLoader.send(SAMPLES + "bahia-2014.ndjson");
        var beloHorizonte = sampleLoader.send(SAMPLES + "belo-horizonte.ndjson");
        return "Bahía 2014 (br-ba): " + bahia + "; Belo Horizonte 2010-2013 (br-belo-horizonte): " + beloHorizonte
                + ". Both are reconstructions.";
    }
}
