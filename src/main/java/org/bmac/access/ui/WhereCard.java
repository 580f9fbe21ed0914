package org.bmac.access.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.Where;
import org.bmac.building.Building;

/** What the person may do where. */
class WhereCard extends Section {
    WhereCard(Actor.Person person, Set<Grant> grants, Building building) {
        addClassName("access-card");
        DescriptionList list = new DescriptionList();
        list.addClassName("where-list");
        boolean all = person.role() == Role.ADMIN || grants.isEmpty();
        for (Right right : Places.rights(person.role())) {
            List<Where> places = all ? List.of(new Where.Everywhere()) : Places.held(grants, right);
            list.add(
                    new DescriptionList.Term(Places.start(right.code())),
                    new DescriptionList.Description(Places.wholly(places, building)));
        }
        add(
                new H2("What you may do where"),
                list,
                new Paragraph("An administrator of the building decides this. Your tokens may do no more."));
    }
}
