package org.bmac.node.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.List;
import java.util.stream.Collectors;
import org.bmac.node.Module;

/** The modules of a node as check boxes, with the pins that each claims; says at once which cannot run together. */
class ModuleChoice extends CheckboxGroup<Module> {
    ModuleChoice() {
        super("Modules", Module.values());
        addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        setItemLabelGenerator(Module::label);
        setItemHelperGenerator(ModuleChoice::pins);
        setHelperText("What the node is to run. With none chosen it stops what it runs.");
        setManualValidation(true);
        addValueChangeListener(_ -> explain());
    }

    /** Whether the chosen ones can run together. */
    boolean fits() {
        return explain();
    }

    private boolean explain() {
        List<String> conflicts = Module.conflicts(getValue());
        setErrorMessage(String.join(". ", conflicts));
        setInvalid(!conflicts.isEmpty());
        return conflicts.isEmpty();
    }

    private static String pins(Module module) {
        return module.pins().isEmpty()
                ? "pins as commanded"
                : module.pins().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "GPIO ", ""));
    }
}
