package org.bmac.certificate;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may have who is to trust, or to refuse, the building's certificates. */
@Hidden
@RestController
class TrustController {
    private final Certificates certificates;

    TrustController(Certificates certificates) {
        this.certificates = certificates;
    }

    /** The authority's certificate; 404 when there is none. */
    @GetMapping("/pki/authority.pem")
    ResponseEntity<String> authority() {
        return answer(certificates.authorityPem(), "application/x-pem-file");
    }

    /** The list of what is revoked; 404 when there is no authority. */
    @GetMapping("/pki/revoked.crl")
    ResponseEntity<byte[]> revoked() {
        return answer(certificates.revocations().map(bytes -> bytes.toArray()), "application/pkix-crl");
    }

    private static <T> ResponseEntity<T> answer(Optional<T> content, String type) {
        return content.map(
                        body -> ResponseEntity.ok().header("Content-Type", type).body(body))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
