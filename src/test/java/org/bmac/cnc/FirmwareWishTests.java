package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bmac.access.Role;
import org.bmac.building.Dialect;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.firmware.Correction;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.TestImages;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the original clients ask about firmware, and what comes of it. */
class FirmwareWishTests {
    private static final String UID = "a020a6000001";

    @ParameterizedTest
    @CsvSource({
        "change;a020a6000001;other.bin",
        "change;other.bin;a020a6000001",
        "change;firmware/other.bin;A020A6000001"
    })
    void aNodeAndAFileComeInEitherOrder(String text) {
        assertThat(FirmwareWish.read(Bytes.of(text))).isInstanceOfSatisfying(FirmwareWish.Change.class, change -> {
            assertThat(change.uid()).isEqualToIgnoringCase(UID);
            assertThat(change.file()).isEqualTo("other.bin");
        });
    }

    @Test
    void onlyTheFirstTwoSemicolonsPartAFileFromItsName() {
        Bytes image = Bytes.hex("e93b003bff");

        assertThat(FirmwareWish.read(Bytes.hex("75706c6f61643b6e65772e62696e3b" + image.toHex())))
                .isEqualTo(new FirmwareWish.Upload("new.bin", image));
    }

    @ParameterizedTest
    @CsvSource({
        "upload,SHORT",
        "upload;new.bin,SHORT",
        "upload;../../etc/passwd;x,FILE",
        "upload;firmware/../x;y,FILE",
        "upload;;x,FILE",
        "change;a020a6000001,SHORT",
        "change;a;b,UID",
        "change;a020a6000001;/etc/passwd,FILE",
        "delete;all,QUESTION",
        "'',QUESTION"
    })
    void whatCannotBeFollowedIsNamed(String text, Oddity why) {
        assertThat(FirmwareWish.read(Bytes.of(text))).isEqualTo(new FirmwareWish.Bad(why));
    }

    @Test
    void nothingThrows() {
        Random random = new Random(5);
        String[] words = {"list", "change;", "upload;", "up", ";", ""};
        int bad = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] rubbish = new byte[random.nextInt(20)];
            random.nextBytes(rubbish);
            Bytes front = Bytes.of(words[i % words.length]);
            byte[] all = java.util.Arrays.copyOf(front.toArray(), front.length() + rubbish.length);
            System.arraycopy(rubbish, 0, all, front.length(), rubbish.length);
            bad += FirmwareWish.read(Bytes.wrap(all)) instanceof FirmwareWish.Bad ? 1 : 0;
        }
        assertThat(bad).isGreaterThan(100_000);
    }

    /** As on the captured line: the list is answered on its own topic, with semicolons between the files. */
    @Test
    void theClientBringsAnImageSeesItAndSaysWhoIsToHaveIt() {
        Client client = new Client("cnc");
        client.accounts.add("cnc", Role.ENGINEER);
        client.says("cc/firmware", Bytes.of("list"));
        assertThat(client.hears()).isEmpty();

        uploads(client, "new.bin", TestImages.esp8266("0.3"));
        uploads(client, "ota_unified.bin", TestImages.esp8266("0.4"));
        client.says("cc/firmware", Bytes.of("list"));

        assertThat(client.hears())
                .containsExactly("cc/firmware/list q0 r0 "
                        + "6669726d776172652f6e65772e62696e3b6669726d776172652f6f74615f756e69666965642e62696e");
        var node = client.buildings.addNode(UID, "lab-1", Dialect.FIRMWARE, 0);
        client.buildings.assign(node.id(), "lab-1", 0, new Placement(client.floor, new Spot(0.5, 0.5)));
        client.says("cc/firmware", Bytes.of("change;new.bin;" + UID));
        assertThat(client.counted()).isEqualTo("1 question answered, 3 changes");
    }

    @Test
    void damagedFilesUnknownNodesAndMissingRightsChangeNothingAndAreCounted() {
        Client client = new Client("cnc");
        client.accounts.add("cnc", Role.ENGINEER);
        uploads(client, "new.bin", Bytes.of("DATA"));
        client.says("cc/firmware", Bytes.of("change;new.bin;" + UID));
        uploads(client, "new.bin", TestImages.esp8266("0.3"));
        client.says("cc/firmware", Bytes.of("change;new.bin;" + UID));
        Client nobody = new Client();
        uploads(nobody, "new.bin", TestImages.esp8266("0.3"));

        assertThat(client.counted())
                .contains("1 that brings a firmware that cannot be taken")
                .contains("1 that names a firmware file that is not there")
                .contains("1 that names a node that is not there");
        assertThat(nobody.counted()).contains("1 that is more than the account may do");
        assertThat(nobody.images.all(nobody.accounts.admin()))
                .extracting(FirmwareImage::name)
                .isEmpty();
    }

    /** What an engineer says of it later does not take the file's name away. */
    @Test
    void aCorrectedImageIsListedAsTheFileThatItWas() {
        Client client = new Client("cnc");
        client.accounts.add("cnc", Role.ENGINEER);
        uploads(client, "new.bin", TestImages.esp8266("0.3"));
        FirmwareImage image = client.images.all(client.accounts.admin()).getFirst();
        client.images.correct(
                client.accounts.admin(),
                "test",
                image.id(),
                new Correction("0.3", image.board(), image.dialect(), image.notes()));
        uploads(client, "new.bin", TestImages.esp8266("0.4"));

        client.says("cc/firmware", Bytes.of("list"));

        assertThat(client.hears())
                .containsExactly(
                        "cc/firmware/list q0 r0 " + Bytes.of("firmware/new.bin").toHex());
    }

    private static void uploads(Client client, String name, Bytes image) {
        Bytes front = Bytes.of("upload;" + name + ";");
        byte[] all = java.util.Arrays.copyOf(front.toArray(), front.length() + image.length());
        System.arraycopy(image.toArray(), 0, all, front.length(), image.length());
        client.says("cc/firmware", Bytes.wrap(all));
    }
}
