# SPDX-License-Identifier: Apache-2.0
"""What the movement regime asks of the made-up subjects beyond the Circular: facts of Decision 510/QĐ-BCA-V05, itself a template.

Drawn after all else and with dice of their own, so that what the subjects are by the Circular does not depend on them.
"""

PLAN = ["movement_plan", "late_reports", "incident_concealed"]
BODY = ["tips_confirmed", "founded", "complaint_open", "superior_documents_done", "reviews_held", "propaganda_varied",
        "participants", "judged_7_3", "plan_tasks", "plan_tasks_done", "staff_trained", "guard_force",
        "sub_units_taking_part", "judged_m_8", "minor_incidents"]
AREA = ["tips_confirmed", "models", "households_at_security_day", "disputes", "disputes_settled", "judged_m_9"]
COMMUNE = ["complaint_open", "judged_m_8"]
AREA_CLASSES = ["residential_areas_good", "residential_areas_weak", "residential_areas_points"]
BODY_CLASSES = ["bodies_good", "bodies_weak"]
ASKED = {"agency": PLAN + BODY, "enterprise": PLAN + BODY, "school": PLAN + BODY, "residential_area": PLAN + AREA,
         "commune": PLAN + COMMUNE}

# Columns of the table; `models` and `guard_force` are there already, for the Circular asks them of other kinds.
COLUMNS = list(dict.fromkeys(name for kind in ("agency", "residential_area", "commune") for name in ASKED[kind]
                             if name not in ("models", "guard_force"))) + AREA_CLASSES + BODY_CLASSES

# How much of what the movement asks is done: most do nearly all of it.
CARE = [1.0, 1.0, 0.97, 0.97, 0.93, 0.93, 0.88, 0.8, 0.65, 0.4]


def yes_no(holds):
    return "yes" if holds else "no"


def some_of(whole, care, dice):
    """A part of a whole, the larger the more care is taken."""
    return whole - int(whole * (1 - care) * dice.between(50, 150) / 100)


def judged(most, care, dice):
    """Points that an assessor gives, in steps of a half."""
    return some_of(2 * most, care, dice) / 2


def known(row, name, otherwise):
    """A number of the table, or one to go by where it is unknown."""
    return row[name] if row.get(name, "") != "" else otherwise


def plan(row, care, dice):
    row["movement_plan"] = yes_no(dice.chance(care + 0.05))
    row["late_reports"] = 0 if dice.chance(care) else dice.between(1, 4)
    row["incident_concealed"] = yes_no(dice.chance(0.01))


def body(row, care, dice):
    row["tips_confirmed"] = dice.between(0, 3)
    recent = dice.chance(0.02)
    row["founded"] = f"2022-{dice.between(6, 10):02}-01" if recent else f"{dice.between(1976, 2020)}-{dice.between(1, 12):02}-01"
    row["complaint_open"] = yes_no(dice.chance(0.02))
    for name in ("superior_documents_done", "reviews_held", "propaganda_varied"):
        row[name] = yes_no(dice.chance(care + 0.03))
    staff = known(row, "staff", 40)
    learning = known(row, "teachers", 40) + known(row, "learners", 600) if row["kind"] == "school" else 0
    row["participants"] = some_of(staff + learning, care, dice)
    row["judged_7_3"] = judged(5, care, dice)
    row["plan_tasks"] = dice.between(6, 20)
    row["plan_tasks_done"] = some_of(row["plan_tasks"], care, dice)
    row["staff_trained"] = some_of(staff, care - 0.05, dice)
    if row["kind"] != "school":  # of schools the Circular asks it too
        row["guard_force"] = yes_no(dice.chance(0.9))
    row["sub_units_taking_part"] = some_of(known(row, "sub_units", 3), care, dice)
    row["judged_m_8"] = judged(6, care, dice)
    row["minor_incidents"] = 0 if dice.chance(care) else dice.between(1, 3)


def area(row, care, dice):
    row["tips_confirmed"] = dice.between(0, 3)
    row["models"] = dice.between(1, 3) if dice.chance(care) else 0
    row["households_at_security_day"] = some_of(row["households"], care - 0.05, dice)
    row["disputes"] = dice.between(0, 4)
    row["disputes_settled"] = some_of(row["disputes"], care, dice)
    row["judged_m_9"] = judged(5, care, dice)


def commune(row, care, dice):
    row["complaint_open"] = yes_no(dice.chance(0.05))
    row["judged_m_8"] = judged(5, care, dice)


def classes_of_units(row, children, dice):
    """Told where no unit of those kinds is listed that they could be counted from."""
    if not any(child["kind"] == "residential_area" for child in children):
        row["residential_areas_good"] = row["residential_areas"] - dice.between(0, 1)
        row["residential_areas_weak"] = 0
        row["residential_areas_points"] = dice.between(7000, 9400) / 100
    if not any(child["kind"] in ("agency", "enterprise", "school") for child in children):
        bodies = row["agencies"] + row["enterprises"] + row["schools"]
        row["bodies_good"] = max(0, bodies - dice.between(0, 1))
        row["bodies_weak"] = 0


def forget(row, most, dice):
    """Blanks up to `most` facts that only the movement asks."""
    own = [name for name in ASKED[row["kind"]] if name in COLUMNS]
    for name in dice.some(own, min(len(own), dice.between(0, most))):
        row[name] = ""


def add(rows, inspected, dice):
    """Gives every subject facts of the movement; those that are inspected keep them all."""
    for row in rows:
        care = dice.one(CARE)
        plan(row, care, dice)
        if row["kind"] == "residential_area":
            area(row, care, dice)
        elif row["kind"] == "commune":
            commune(row, care, dice)
            classes_of_units(row, [child for child in rows if child["parent"] == row["id"]], dice)
        else:
            body(row, care, dice)
        if not inspected(row):
            forget(row, dice.one([0, 0, 0, 0, 0, 1, 1, 2, 12]), dice)
