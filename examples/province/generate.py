#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes subjects.csv: a province's worth of subjects of Circular 124/2021/TT-BCA and of Decision 510/QĐ-BCA-V05, all of them made up.

Only four figures come from a source report: 211 agencies, enterprises and schools of provincial level, and 93 subjects
inspected by mid-year, 65 of district and 28 of provincial level. Everything else here, every body, area and number, is
synthetic and stands for nothing real. The same seed gives the same file, byte for byte.

    generate.py            writes subjects.csv beside this file
    generate.py --check    says whether subjects.csv is what would be written; exit 1 if it is not
"""

import csv
import io
import pathlib
import random
import sys

import movement

OUTPUT = pathlib.Path(__file__).resolve().parent / "subjects.csv"
SEED = 124_2021
MOVEMENT_SEED = 510_2022

# The figures of the source report.
PROVINCIAL = 211
INSPECTED = 93
INSPECTED_DISTRICT = 65
INSPECTED_PROVINCIAL = 28

# How the made-up subjects are spread.
PROVINCIAL_KINDS = {"agency": 118, "enterprise": 52, "school": 41}
DISTRICT_KINDS = {"agency": 64, "enterprise": 22, "school": 54}
COMMUNES_BY_CHILDREN = 16
COMMUNES_BY_COUNTS = 4
LETTER = {"agency": "A", "enterprise": "E", "school": "S", "commune": "C", "residential_area": "R"}

EXCUSABLE = ["serious_fires", "fatal_labour_accidents", "serious_incidents", "environment_food_breaches"]
HANDLING = ["serious_crimes_detected_in_time", "serious_crimes_damage_limited", "serious_crimes_reported_at_once"]

FIRST_QUARTER = ["party_organisation", "party_resolution", "security_plan", "registered"]
RULES = ["rules_protection", "rules_state_secrets", "rules_internal_politics", "rules_labour_safety", "rules_fire",
         "rules_environment", "rules_learners"]
INFORMED = ["staff", "staff_informed", "teachers", "teachers_informed", "learners", "learners_informed", "models"]
CARRIED_OUT = ["law_carried_out", "police_coordination", "police_coordination_done", "parents_coordination"]
SHARED_EVENTS = (["unlawful_religious_acts", "abuses_of_beliefs", "incitement_cases", "serious_crimes",
                  "serious_crimes_force_majeure"] + HANDLING +
                 [name + tail for name in EXCUSABLE[:3] for tail in ("", "_force_majeure")])
BODY_EVENTS = ["state_secret_breaches", "environment_food_breaches", "environment_food_breaches_force_majeure"]
STAFF_EVENTS = ["unlawful_strikes", "staff_sanctioned", "staff_sanctioned_disciplined", "staff_social_evils_disciplined"]
SCHOOL_EVENTS = ["school_violence_cases", "members_in_crime", "members_in_crime_disciplined",
                 "members_in_social_evils_disciplined"]
AREA_EVENTS = ["anti_state_acts", "sabotage_of_key_targets", "secession_acts", "prolonged_disputes", "crimes",
               "previous_crimes", "social_evils", "previous_social_evils", "other_violations", "previous_other_violations",
               "new_hot_spots", "new_persons_in_social_evils", "managed_persons_supported"]
FORCES = ["guard_force", "guard_force_eligible", "guard_force_advanced", "guard_force_rating", "guard_force_disciplined",
          "sub_units", "sub_units_eligible", "sub_units_advanced", "sub_unit_staff_disciplined"]
AREA_FORCES = ["households", "households_registered", "local_force_rating", "local_force_disciplined"]
COMMUNE_POLICE = ["police_effective", "police_disciplined"]
TOTALS = {"residential_area": "residential_areas", "agency": "agencies", "enterprise": "enterprises", "school": "schools"}
UNITS = [name + tail for name in TOTALS.values() for tail in ("", "_registered", "_recognised")]
COLUMNS = (["id", "parent", "kind", "level", "armed_forces", "enterprise_size", "school_level"] + FIRST_QUARTER + RULES +
           INFORMED + CARRIED_OUT + SHARED_EVENTS + BODY_EVENTS + STAFF_EVENTS + SCHOOL_EVENTS + AREA_EVENTS + FORCES +
           AREA_FORCES + COMMUNE_POLICE + UNITS + ["local_criteria_met"] + movement.COLUMNS)
HEAD = 4  # columns that are not facts

SCHOOL_ONLY = {"rules_learners", "teachers", "teachers_informed", "learners", "learners_informed", "parents_coordination",
               "school_level", "guard_force", *SCHOOL_EVENTS}
OFFICE_ONLY = {"rules_state_secrets", "rules_labour_safety", "rules_environment", *STAFF_EVENTS}


class Dice:
    """Draws that depend on nothing but the seed: only random(), whose sequence Python promises to keep."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def chance(self, share):
        return self._random.random() < share

    def between(self, least, most):
        return least + int(self._random.random() * (most - least + 1))

    def one(self, choices):
        return choices[self.between(0, len(choices) - 1)]

    def some(self, choices, number):
        left = list(choices)
        return [left.pop(self.between(0, len(left) - 1)) for _ in range(number)]


def facts_of(kind):
    """The facts that the Circular can ask of a subject of this kind."""
    if kind in ("agency", "enterprise", "school"):
        own = FIRST_QUARTER + RULES + INFORMED + CARRIED_OUT + SHARED_EVENTS + BODY_EVENTS + STAFF_EVENTS + SCHOOL_EVENTS + FORCES
        strange = OFFICE_ONLY if kind == "school" else SCHOOL_ONLY
        status = {"agency": "armed_forces", "enterprise": "enterprise_size", "school": "school_level"}[kind]
        return [status] + [name for name in own if name not in strange] + ["local_criteria_met"]
    area = ["party_resolution", "registered", "law_carried_out"] + SHARED_EVENTS + AREA_EVENTS
    if kind == "commune":
        return area + ["security_plan", "models"] + COMMUNE_POLICE + UNITS + ["local_criteria_met"]
    return area + AREA_FORCES + ["local_criteria_met"]


def good(kind, dice):
    """All facts of the Circular, of a subject that meets every criterion."""
    row = {}
    for name in facts_of(kind):
        row[name] = "yes" if name.startswith("rules_") else 0
    for name in SHARED_EVENTS + BODY_EVENTS:
        if name.endswith("_force_majeure") or name in HANDLING:
            if name in row:
                row[name] = "no"
    for name in FIRST_QUARTER + CARRIED_OUT + ["managed_persons_supported", "police_effective", "local_criteria_met"]:
        if name in row:
            row[name] = "yes"
    if kind in ("commune", "residential_area"):
        scale = 6 if kind == "commune" else 1
        for name, usual in (("crimes", 4), ("social_evils", 2), ("other_violations", 8)):
            before = dice.between(0, usual * scale)
            row["previous_" + name] = before
            row[name] = dice.between(0, before - 1) if before > 0 else 0
    if kind == "commune":
        row["models"] = dice.between(1, 6)
        for name in UNITS:
            row[name] = ""
    elif kind == "residential_area":
        row["households"] = row["households_registered"] = dice.between(60, 420)
        row["local_force_rating"] = dice.one(["completed", "completed_well", "completed_well", "completed_excellently"])
    else:
        row["staff"] = row["staff_informed"] = dice.between(12, 160)
        row["models"] = dice.between(1, 3)
        row["guard_force_eligible"] = "yes"
        row["guard_force_advanced"] = dice.one(["yes", "no"])
        row["guard_force_rating"] = dice.one(["completed_well", "completed_well", "completed_excellently"])
        units = dice.between(3, 14)
        row["sub_units"] = row["sub_units_eligible"] = units
        row["sub_units_advanced"] = units - dice.between(0, units * 3 // 10)
    if kind == "agency":
        row["armed_forces"] = "no"
    elif kind == "enterprise":
        row["enterprise_size"] = dice.one(["medium", "medium", "large"])
    elif kind == "school":
        row["school_level"] = dice.one(["lower_secondary", "lower_secondary", "upper_secondary", "secondary", "several_levels",
                                        "continuing", "vocational", "higher"])
        row["guard_force"] = "yes"
        row["teachers"] = row["teachers_informed"] = dice.between(15, 90)
        row["learners"] = row["learners_informed"] = dice.between(180, 1900)
    return row


def spoil(row, kind, dice):
    """One thing that stands against recognition."""
    body = kind in ("agency", "enterprise", "school")
    ways = ["party_resolution", "registered", "law_carried_out", "abuses_of_beliefs", "incitement_cases", "serious_crimes",
            "serious_fires", "fatal_labour_accidents"]
    if body:
        ways += ["security_plan", "rules_fire", "rules_protection", "staff_informed", "staff_informed", "models",
                 "police_coordination_done", "state_secret_breaches", "environment_food_breaches", "guard_force_rating",
                 "guard_force_disciplined", "sub_units_advanced", "sub_units_advanced", "sub_unit_staff_disciplined"]
    if kind == "school":
        ways += ["learners_informed", "school_violence_cases", "school_violence_cases", "members_in_crime"]
    elif body:
        ways += ["unlawful_strikes", "staff_sanctioned", "staff_social_evils_disciplined"]
    if kind == "residential_area":
        ways += ["households_registered", "households_registered", "local_force_rating", "local_force_disciplined"]
    if kind == "commune":
        ways += ["security_plan", "models", "police_effective", "police_disciplined"]
    if not body:
        ways += ["crimes", "crimes", "social_evils", "other_violations", "prolonged_disputes", "new_hot_spots",
                 "new_persons_in_social_evils", "managed_persons_supported"]
    way = dice.one(ways)
    if row[way] == "yes":
        row[way] = "no"
    elif way in ("crimes", "social_evils", "other_violations"):
        row[way] = row["previous_" + way] + dice.between(1, 3)
    elif way in ("staff_informed", "learners_informed", "households_registered"):
        row[way] -= dice.between(1, 4)
    elif way == "models":
        row[way] = 0
    elif way == "sub_units_advanced":
        row[way] = row["sub_units_eligible"] * 3 // 5
    elif way == "guard_force_rating":
        row[way], row["guard_force_advanced"] = "completed", "no"
    elif way == "local_force_rating":
        row[way] = "not_completed"
    else:
        row[way] = dice.between(1, 2)


def excuse(row, kind, dice):
    """An event, or a gap, that an exception or a guard of the Circular answers for."""
    ways = ["force majeure", "handled crime"]
    if kind in ("agency", "enterprise", "school"):
        ways += ["no party", "no coordination", "guards not eligible", "no eligible sub-unit", "fewer eligible sub-units"]
    if kind == "school":
        ways += ["no guards"]
    if kind in ("commune", "residential_area"):
        ways += ["nothing two years running"]
    way = dice.one(ways)
    if way == "force majeure":
        event = dice.one([name for name in ["serious_crimes"] + EXCUSABLE if name in row])
        row[event], row[event + "_force_majeure"] = 1, "yes"
    elif way == "handled crime":
        row["serious_crimes"] = 1
        row.update((name, "yes") for name in HANDLING)
    elif way == "no party":
        row["party_organisation"] = row["party_resolution"] = "no"
    elif way == "no coordination":
        row["police_coordination"] = row["police_coordination_done"] = "no"
    elif way == "guards not eligible":
        row.update(guard_force_eligible="no", guard_force_advanced="no", guard_force_rating="completed")
    elif way == "no eligible sub-unit":
        row.update(sub_units_eligible=0, sub_units_advanced=0)
    elif way == "fewer eligible sub-units":
        row.update(sub_units=10, sub_units_eligible=6, sub_units_advanced=5)
    elif way == "no guards":
        row.update(guard_force="no", guard_force_eligible="no", guard_force_advanced="no", guard_force_rating="not_completed")
    else:
        row.update(crimes=0, previous_crimes=0, social_evils=0, previous_social_evils=0)


def exclude(row, kind, dice):
    """Makes the subject one that the Circular does not cover."""
    if kind == "agency":
        row["armed_forces"] = "yes"
    elif kind == "enterprise":
        row["enterprise_size"] = dice.one(["micro", "small"])
    else:
        row["school_level"] = dice.one(["nursery", "preschool", "primary"])


def forget(row, kind, dice, most):
    """Blanks what no inspection has settled yet: always what nothing asks for yet, then up to `most` facts more."""
    for event in ["serious_crimes"] + EXCUSABLE:
        if row.get(event) == 0:
            row[event + "_force_majeure"] = ""
    if row["serious_crimes"] == 0:
        row.update((name, "") for name in HANDLING)
    row["local_criteria_met"] = ""
    status = ("armed_forces", "enterprise_size", "school_level")
    known = [name for name in facts_of(kind) if row[name] != "" and name not in status]
    for name in dice.some(known, min(len(known), dice.between(min(1, most), most) if most else 0)):
        row[name] = ""
    if most > 40 and dice.chance(0.2):
        row.update((name, "") for name in facts_of(kind) if name in status)


def subject(kind, level, parent, dice, flaws=0.25, excuses=0.2, excluded=0.0):
    row = good(kind, dice)
    if dice.chance(flaws):
        spoil(row, kind, dice)
    elif dice.chance(excuses):
        excuse(row, kind, dice)
    if excluded and dice.chance(excluded):
        exclude(row, kind, dice)
    row.update(kind=kind, level=level, parent=parent)
    return row


def name_subject(row, numbers):
    letter = LETTER[row["kind"]]
    numbers[letter] = numbers.get(letter, 0) + 1
    row["id"] = f"{letter}-{numbers[letter]:03}"
    return row


def bodies(kinds, level, inspected, dice, numbers):
    """Bodies of one level, `inspected` of them with every fact known."""
    rows = [subject(kind, level, "", dice, excluded=0.06) for kind, number in kinds.items() for _ in range(number)]
    known = set(dice.some(range(len(rows)), inspected))
    for place, row in enumerate(rows):
        name_subject(row, numbers)
        if place not in known:
            forget(row, row["kind"], dice, dice.one([0, 0, 2, 6, 20, 50]))
    return rows


def areas(parent, number, recognised, dice, numbers):
    """Residential areas of one commune: `recognised` of them meet the standard, the others fail it, none is left open."""
    rows = []
    for place in range(number):
        row = subject("residential_area", "commune", parent, dice, flaws=0.0 if place < recognised else 1.0)
        if row["registered"] == "no":  # let it fail by something else, so that in its commune only the share decides
            row["registered"], row["new_hot_spots"] = "yes", 1
        forget(row, "residential_area", dice, 0)
        rows.append(name_subject(row, numbers))
    return rows


def say_what_is_not_there(rows):
    """A kind of unit that the commune has none of: the file must say so, for a kind that is not listed is not known to be missing."""
    listed = {row["kind"] for row in rows[1:]}
    rows[0].update((total, 0) for kind, total in TOTALS.items() if kind not in listed)
    return rows


def commune(place, dice, numbers):
    """A commune and what stands under it. The first three have 25 areas, of which 18, 17 and 16 are recognised."""
    row = name_subject(subject("commune", "commune", "", dice, flaws=0.0 if place < 3 else 0.15), numbers)
    if place < 3:
        forget(row, "commune", dice, 0)
        return say_what_is_not_there([row] + areas(row["id"], 25, 18 - place, dice, numbers))
    open_facts = dice.one([0, 0, 3, 12])
    forget(row, "commune", dice, open_facts)
    rows = [row]
    number = dice.between(5, 12)
    rows += areas(row["id"], number, number - dice.between(0, max(1, number // 4)), dice, numbers)
    for kind in ("agency", "enterprise", "school"):
        for _ in range(dice.between(0, 3)):
            child = subject(kind, "commune", row["id"], dice, flaws=0.15, excluded=0.3)
            forget(child, kind, dice, open_facts)
            rows.append(name_subject(child, numbers))
    return say_what_is_not_there(rows)


def commune_by_counts(place, dice, numbers):
    """A commune that reports its units as counts; it has no children in the file."""
    row = name_subject(subject("commune", "commune", "", dice, flaws=0.0), numbers)
    forget(row, "commune", dice, 0)
    for name, most in (("residential_areas", 14), ("agencies", 4), ("enterprises", 2), ("schools", 3)):
        number = dice.between(2, most)
        row[name] = row[name + "_registered"] = number
        row[name + "_recognised"] = number if place != 1 else number // 2
    if place == 2:
        row["residential_areas_registered"] -= 1
        row["residential_areas_recognised"] -= 1
    elif place == 3:
        row["residential_areas_recognised"] = ""
    return row


def province():
    dice = Dice(SEED)
    numbers = {}
    rows = bodies(PROVINCIAL_KINDS, "provincial", INSPECTED_PROVINCIAL, dice, numbers)
    rows += bodies(DISTRICT_KINDS, "district", INSPECTED_DISTRICT, dice, numbers)
    for place in range(COMMUNES_BY_CHILDREN):
        rows += commune(place, dice, numbers)
    rows += [commune_by_counts(place, dice, numbers) for place in range(COMMUNES_BY_COUNTS)]
    movement.add(rows, inspected, Dice(MOVEMENT_SEED))
    assert_figures(rows)
    return rows


def inspected(row):
    """Whether every fact that the Circular can ask is known."""
    return all(row[name] != "" for name in facts_of(row["kind"]))


def assert_figures(rows):
    provincial = [row for row in rows if row["level"] == "provincial"]
    known = [row for row in rows if inspected(row)]
    assert all(row[name] != "" for row in known for name in movement.ASKED[row["kind"]])
    assert len(provincial) == PROVINCIAL and all(row["kind"] in ("agency", "enterprise", "school") for row in provincial)
    assert len(known) == INSPECTED
    assert sum(row["level"] == "district" for row in known) == INSPECTED_DISTRICT
    assert sum(row["level"] == "provincial" for row in known) == INSPECTED_PROVINCIAL
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(set(row) <= set(COLUMNS) for row in rows)


def text_of(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main(arguments):
    text = text_of(province())
    if arguments == ["--check"]:
        if not OUTPUT.is_file() or OUTPUT.read_text(encoding="utf-8") != text:
            print(f"{OUTPUT.name} is not what generate.py would write; run generate.py", file=sys.stderr)
            return 1
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    OUTPUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{OUTPUT.name}: {text.count(chr(10)) - 1} subjects")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
