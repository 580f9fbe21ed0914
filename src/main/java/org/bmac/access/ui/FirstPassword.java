package org.bmac.access.ui;

/** Shows an administrator the password that a user begins with. */
final class FirstPassword {
    private FirstPassword() {}

    static void show(String user, String password) {
        new SecretDialog(
                        "Password of " + user,
                        "Password",
                        password,
                        "Hand it over in person. It is not shown again, and can be changed on the account page.")
                .open();
    }
}
