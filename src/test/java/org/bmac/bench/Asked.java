package org.bmac.bench;

import java.util.HashMap;
import java.util.Map;

/** What was asked for on the command line, as {@code name=value}. */
record Asked(Map<String, String> words) {
    static Asked of(String[] arguments) {
        Map<String, String> words = new HashMap<>();
        for (String argument : arguments) {
            words.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        return new Asked(words);
    }

    String word(String name, String usual) {
        return words.getOrDefault(name, usual);
    }

    int number(String name, int usual) {
        return Integer.parseInt(word(name, Integer.toString(usual)));
    }
}
