package org.bmac.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bmac.point.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about certificates. */
@Component
class CertificateRows {
    private final JdbcClient sql;

    CertificateRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(IssuedCertificate one) {
        sql.sql(
                        "insert into certificate (serial, purpose, name, names, key_kind, from_time, until_time, by_name, content,"
                                + " reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '')")
                .param(one.serial())
                .param(one.purpose().name())
                .param(one.name())
                .param(String.join(" ", one.names()))
                .param(one.key().name())
                .param(one.from().toEpochMilli())
                .param(one.until().toEpochMilli())
                .param(one.by())
                .param(one.content().toHex())
                .update();
    }

    /** Says that it is revoked; false when it was already, or there is none. */
    boolean revoke(String serial, Instant at, String reason) {
        return sql.sql("update certificate set revoked_time = ?, reason = ? where serial = ? and revoked_time is null")
                        .param(at.toEpochMilli())
                        .param(reason)
                        .param(serial)
                        .update()
                == 1;
    }

    Optional<IssuedCertificate> find(String serial) {
        return sql.sql("select * from certificate where serial = ?")
                .param(serial)
                .query(CertificateRows::certificate)
                .optional();
    }

    /** By name, of one name the newest first. */
    List<IssuedCertificate> all() {
        return sql.sql("select * from certificate order by purpose desc, name, until_time desc, serial")
                .query(CertificateRows::certificate)
                .list();
    }

    private static IssuedCertificate certificate(ResultSet row, int index) throws SQLException {
        Long revoked = row.getObject("revoked_time", Long.class);
        return new IssuedCertificate(
                row.getString("serial"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("name"),
                Stream.of(row.getString("names").split(" "))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                KeyKind.valueOf(row.getString("key_kind")),
                Instant.ofEpochMilli(row.getLong("from_time")),
                Instant.ofEpochMilli(row.getLong("until_time")),
                row.getString("by_name"),
                Bytes.hex(row.getString("content")),
                revoked == null ? null : Instant.ofEpochMilli(revoked),
                row.getString("reason"));
    }
}
