// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
package example.harborcity.registration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class RegistrationController {
    private static final Logger LOG = LogManager.getLogger(RegistrationController.class);

    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();

    @PutMapping("/manifests/{number}")
    public ResponseEntity<String> register(@PathVariable String number, @RequestBody Manifest manifest) {
        LOG.info("manifest {} of {}: {} tonnes", number, manifest.ship(), manifest.tonnes());
        boolean isNew = manifests.put(number, manifest) == null;
        String place = manifest.hasDangerousGoods() ? "yard-d" : "yard-a";
        return new ResponseEntity<>(place, isNew ? HttpStatus.CREATED : HttpStatus.OK);
    }

    @GetMapping("/manifests/{number}")
    public ResponseEntity<Manifest> find(@PathVariable String number) {
        Manifest manifest = manifests.get(number);
        return manifest == null ? ResponseEntity.notFound().build() : ResponseEntity.ok(manifest);
    }
}
