// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
package example.harborcity.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.commons.text.StringSubstitutor;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** Carriers send YAML with their own abbreviations; a table per carrier spells them out. */
public final class CarrierFile {
    private static final Logger LOG = LogManager.getLogger(CarrierFile.class);

    private final StringSubstitutor abbreviations;

    public CarrierFile(Map<String, String> abbreviations) {
        this.abbreviations = new StringSubstitutor(abbreviations);
    }

    public List<Map<String, Object>> read(InputStream in) throws IOException {
        String text = abbreviations.replace(IOUtils.toString(in, StandardCharsets.UTF_8));
        List<Map<String, Object>> entries = new Yaml().load(text);
        LOG.info("{} entries read", entries.size());
        return entries;
    }
}
